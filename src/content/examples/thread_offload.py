"""A blocking call holds the whole loop; in a thread of its own it holds nobody."""

import asyncio
import time


def load(name):
    time.sleep(0.3)  # something that blocks: a file, a driver without async
    print(f"{name} is loaded")
    return len(name)


async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.1)


async def main():
    beats = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.15)

    load("blocking")  # no beat meanwhile: the loop stands still

    await asyncio.to_thread(load, "in a thread")  # the heart beats on

    calls = [asyncio.to_thread(load, name) for name in ("one", "two", "three")]
    sizes = await asyncio.gather(*calls)
    print("three at once:", sizes)
    beats.cancel()


asyncio.run(main())
