import asyncio


async def level(n):
    try:
        if n == 0:
            await asyncio.sleep(10)
        await level(n - 1)
    except asyncio.CancelledError:
        print("level", n, "except")
        raise
    finally:
        print("level", n, "finally")


async def parent():
    child = asyncio.create_task(level(1))
    try:
        await child
    finally:
        print("child cancelled with its parent:", child.cancelled())


async def main():
    task = asyncio.create_task(level(2))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait({task})

    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("parent is cancelled")


asyncio.run(main())
