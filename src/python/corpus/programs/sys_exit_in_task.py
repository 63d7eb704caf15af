import asyncio
import sys


async def check():
    await asyncio.sleep(0.01)
    print("check failed")
    sys.exit("fatal: the configuration is broken")


async def main():
    task = asyncio.create_task(check())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise
    finally:
        print("task done:", task.done())


asyncio.run(main())
