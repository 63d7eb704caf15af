import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def square(x):
    await asyncio.sleep(0.001)
    return x * x


async def is_even(x):
    await asyncio.sleep(0)
    return x % 2 == 0


async def main():
    print([x async for x in numbers(5)])
    print([await square(x) async for x in numbers(5) if await is_even(x)])
    print({x: await square(x) for x in range(3)})
    print(sorted({x % 3 async for x in numbers(10)}))
    print([(x, y) async for x in numbers(2) async for y in numbers(3)])

    squares = (await square(x) for x in range(4))
    print(type(squares).__name__)
    print([s async for s in squares])
    print(sum([await square(x) async for x in numbers(4)]))
    print([[y async for y in numbers(x)] async for x in numbers(4)])


asyncio.run(main())
