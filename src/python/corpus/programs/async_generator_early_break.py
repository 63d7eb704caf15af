import asyncio
from contextlib import aclosing


async def ticker(name, interval):
    n = 0
    try:
        while True:
            yield n
            n += 1
            await asyncio.sleep(interval)
    finally:
        await asyncio.sleep(0)
        print(name, "is cleaned up")


async def first_above(limit):
    async with aclosing(ticker("closed", 0.01)) as numbers:
        async for number in numbers:
            if number > limit:
                return number


left_over = None


async def main():
    global left_over
    print(await first_above(2))

    left_over = ticker("left to the loop", 0.01)
    async for number in left_over:
        print("left over", number)
        if number == 1:
            break
    print("main is done")


asyncio.run(main())
print("after run")
