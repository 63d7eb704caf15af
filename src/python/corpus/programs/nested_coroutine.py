import asyncio


async def nested():
    return 42


async def main():
    coro = nested()
    print(type(coro).__name__, asyncio.iscoroutine(coro))
    print(await coro)

    task = asyncio.create_task(nested(), name="answer")
    print(task.get_name(), task.done())
    print(await task, task.done())

    try:
        await coro
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
