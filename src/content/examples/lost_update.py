"""Two tasks read, wait and write: an update gets lost. A Lock saves it."""

import asyncio

balance = 0
lock = asyncio.Lock()


async def deposit(amount):
    global balance
    seen = balance  # read ...
    await asyncio.sleep(0.1)  # ... let others run ...
    balance = seen + amount  # ... and write what may be out of date.


async def safe_deposit(amount):
    async with lock:  # only one task at a time gets past this line
        await deposit(amount)


async def main():
    global balance
    for way in (deposit, safe_deposit):
        balance = 0
        async with asyncio.TaskGroup() as tg:
            for amount in (10, 20, 30):
                tg.create_task(way(amount))
        print(f"{way.__name__}: {balance} of 60")


asyncio.run(main())
