import asyncio
import time
from datetime import datetime, timedelta


async def ticker():
    ticks = 0
    while True:
        await asyncio.sleep(2.5)
        ticks += 1
        print("tick", ticks)
        if ticks == 2:
            return ticks


async def main():
    began = datetime.now()
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    time.sleep(5)  # the whole program stands still
    print("slept 5 s in one go")
    await task
    await asyncio.sleep(2.5)
    passed = datetime.now() - began
    print("about ten seconds:", timedelta(seconds=9.9) < passed < timedelta(seconds=12))


asyncio.run(main())
