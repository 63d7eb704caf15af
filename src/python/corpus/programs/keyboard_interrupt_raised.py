import asyncio


async def worker():
    try:
        while True:
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("worker stopped")
        raise


async def impatient_user():
    await asyncio.sleep(0.05)
    raise KeyboardInterrupt


async def main():
    await asyncio.gather(worker(), impatient_user())


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted, goodbye")
