import asyncio
import time


async def countdown(start):
    for n in range(start, 0, -1):
        print(n)
        await asyncio.sleep(1)
    print("lift-off")


async def main():
    start = time.monotonic()
    await countdown(10)
    print("took ten seconds:", 9.99 < time.monotonic() - start < 12)


asyncio.run(main())
