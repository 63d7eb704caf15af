import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)
    return len(what)


async def main():
    task1 = asyncio.create_task(say_after(0.2, "hello"))
    task2 = asyncio.create_task(say_after(0.1, "world"))

    print("both tasks are running")
    total = await task1 + await task2
    print("characters:", total)
    print(task1.done(), task2.done(), task1.result())


asyncio.run(main())
