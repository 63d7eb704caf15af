"""A queue between those who make work and those who do it."""

import asyncio


async def producer(queue):
    for number in range(1, 7):
        await queue.put(f"job {number}")  # waits while the queue is full
        print(f"job {number} is in the queue")


async def worker(name, queue):
    while True:
        job = await queue.get()  # waits while the queue is empty
        await asyncio.sleep(0.2)
        print(f"{name} has done {job}")
        queue.task_done()  # one item less that join() waits for


async def main():
    queue = asyncio.Queue(maxsize=2)  # a full queue slows the producer down
    workers = [asyncio.create_task(worker(name, queue)) for name in ("Kim", "Lou")]

    await producer(queue)
    await queue.join()  # until every item that was put is done
    print("no work left")

    for task in workers:  # they would wait for ever, so end them
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)


asyncio.run(main())
