import asyncio


async def broken():
    raise StopAsyncIteration("leaks out of a coroutine")


async def broken_generator():
    yield 1
    raise StopIteration("turned into a RuntimeError")


async def main():
    try:
        await broken()
    except StopAsyncIteration as error:
        print("StopAsyncIteration:", error)

    try:
        async for value in broken_generator():
            print(value)
    except RuntimeError as error:
        print("RuntimeError:", error, "from", repr(error.__cause__))

    generator = broken_generator()
    await anext(generator)
    first = generator.__anext__()
    try:
        await asyncio.gather(first, return_exceptions=False)
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__)


asyncio.run(main())
