import asyncio


async def stubborn():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelling:", task.cancelling())
        print("uncancel:", task.uncancel())
        print("cancelling:", task.cancelling())
    async with asyncio.timeout(1):
        await asyncio.sleep(0.01)
    return "survived"


async def twice():
    try:
        await asyncio.sleep(10)
    finally:
        print("requests:", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    task = asyncio.create_task(twice())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled(), "cancelling:", task.cancelling())


asyncio.run(main())
