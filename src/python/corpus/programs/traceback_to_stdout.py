import asyncio
import sys
import traceback


async def inner(value):
    await asyncio.sleep(0.01)
    return int(value)


async def outer(value):
    try:
        return await inner(value)
    except ValueError as error:
        raise RuntimeError("outer failed") from error


async def main():
    try:
        await outer("seven")
    except RuntimeError as error:
        print(traceback.format_exception_only(error)[0], end="")
        print(repr(error.__cause__), error.__suppress_context__)
        frames = traceback.extract_tb(error.__traceback__)
        print([(frame.name, frame.line) for frame in frames])
        frames = traceback.extract_tb(error.__cause__.__traceback__)
        print([(frame.name, frame.lineno) for frame in frames])
        exc_type, exc, tb = sys.exc_info()
        print(exc_type.__name__, exc is error, tb is not None)
    print(sys.exc_info())


asyncio.run(main())
