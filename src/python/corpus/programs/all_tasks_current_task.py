import asyncio


async def worker(n):
    task = asyncio.current_task()
    await asyncio.sleep(0.01 * n)
    return task is asyncio.current_task() and task.get_coro().__name__


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def main():
    asyncio.current_task().set_name("main")
    tasks = [asyncio.create_task(worker(n), name=f"worker {n}") for n in range(1, 4)]
    print(names())
    await tasks[0]
    print(names())
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(names())
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(names())
    asyncio.get_running_loop().call_soon(lambda: print("in a callback:", asyncio.current_task()))
    await asyncio.sleep(0)


asyncio.run(main())
