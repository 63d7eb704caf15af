import asyncio
import random


async def worker(name, queue, slept):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        slept.append(seconds)
        queue.task_done()
        print(f"{name} has slept for {seconds:.2f} seconds")


async def main():
    rng = random.Random(42)
    queue = asyncio.Queue()
    total = 0.0
    for _ in range(9):
        seconds = rng.uniform(0.02, 0.2)
        total += seconds
        queue.put_nowait(seconds)

    slept = []
    tasks = [asyncio.create_task(worker(f"worker-{i}", queue, slept)) for i in range(3)]
    await queue.join()

    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print("====")
    print(f"slept {sum(slept):.2f} of {total:.2f} seconds")
    print([type(result).__name__ for result in results])


asyncio.run(main())
