"""time.sleep and long computations hold the loop: nobody else can run."""

import asyncio
import time


async def heartbeat():
    last = time.monotonic()
    for _ in range(8):
        await asyncio.sleep(0.1)
        now = time.monotonic()
        print("beat" if now - last < 0.15 else f"beat, {now - last - 0.1:.2f} s late!")
        last = now


async def polite():
    await asyncio.sleep(0.3)  # hands control back to the loop
    print("polite: slept without disturbing anybody")


async def rude():
    time.sleep(0.3)  # keeps control: the loop stands still
    print("rude: slept, and so did everybody else")


async def busy():
    await asyncio.sleep(0.15)
    total = sum(range(10_000_000))  # no await in here: keeps control, too
    print(f"busy: found {total}, and made everybody wait")


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(heartbeat())
        await polite()
        await rude()
        await busy()


asyncio.run(main())
