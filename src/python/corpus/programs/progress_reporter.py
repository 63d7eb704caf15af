import asyncio
import sys


async def worker(state, steps):
    for _ in range(steps):
        await asyncio.sleep(0.05)
        state["done"] += 1


async def reporter(state, total):
    last = None
    while state["done"] < total:
        percent = 100 * state["done"] // total
        if percent != last:
            sys.stdout.write(f"\r[{'#' * (percent // 10):<10}] {percent:3d} %")
            sys.stdout.flush()
            last = percent
        await asyncio.sleep(0.007)
    sys.stdout.write(f"\r[{'#' * 10}] 100 %\n")


async def main():
    state = {"done": 0}
    await asyncio.gather(worker(state, 5), reporter(state, 5))


asyncio.run(main())
