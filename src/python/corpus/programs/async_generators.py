import asyncio


async def countdown(n):
    try:
        while n:
            await asyncio.sleep(0.01)
            received = yield n
            if received:
                print("received", received)
            n -= 1
    finally:
        print("countdown is closing at", n)


async def main():
    async for n in countdown(3):
        print("tick", n)

    generator = countdown(5)
    print(await generator.__anext__())
    print(await generator.asend("a message"))
    await generator.aclose()
    print("closed")
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("exhausted")
    print(await anext(generator, "a default"))

    generator = countdown(5)
    await anext(generator)
    try:
        await generator.athrow(KeyError("thrown in"))
    except KeyError as error:
        print("KeyError", error)


asyncio.run(main())
