import asyncio


async def never_starts():
    print("never printed")


async def swallows():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    await asyncio.sleep(0.01)
    return "finished anyway"


async def cancels_itself():
    asyncio.current_task().cancel()
    print("still here until the next await")
    await asyncio.sleep(0)
    print("never printed")


async def main():
    task = asyncio.create_task(never_starts())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    task = asyncio.create_task(swallows())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    task = asyncio.create_task(cancels_itself())
    try:
        await task
    except asyncio.CancelledError:
        print("it is cancelled:", task.cancelled())
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print("exception() raises", type(error).__name__)


asyncio.run(main())
