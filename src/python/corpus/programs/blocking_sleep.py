import asyncio
import time


async def blocking(name):
    print(name, "blocks")
    time.sleep(0.1)
    print(name, "returns")


async def polite(name):
    print(name, "sleeps")
    await asyncio.sleep(0.1)
    print(name, "wakes")


async def main():
    start = time.perf_counter()
    await asyncio.gather(blocking("a"), blocking("b"))
    print("at least 0.2 s:", time.perf_counter() - start >= 0.2)
    start = time.perf_counter()
    await asyncio.gather(polite("c"), polite("d"))
    print("less than 0.19 s:", time.perf_counter() - start < 0.19)


asyncio.run(main())
