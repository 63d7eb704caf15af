"""Blocking calls in threads, beside a coroutine that sleeps."""

import asyncio
import threading
import time


def blocking_io(name, seconds):
    print(f"{name}: start")
    time.sleep(seconds)
    print(f"{name}: complete, in {threading.current_thread().name}")
    return name.upper()


async def ticker():
    for tick in range(3):
        await asyncio.sleep(0.1)
        print("tick", tick)


async def main():
    print("started main")
    results = await asyncio.gather(
        asyncio.to_thread(blocking_io, "a", 0.25),
        asyncio.to_thread(blocking_io, "b", 0.05),
        asyncio.to_thread(blocking_io, "c", seconds=0.35),
        ticker(),
    )
    print("finished main", results)


asyncio.run(main())
