import asyncio
import sys


async def log(text, delay):
    await asyncio.sleep(delay)
    print("log:", text, file=sys.stderr)


async def main():
    print("result: 1")
    await asyncio.gather(log("second", 0.02), log("first", 0.01))
    sys.stderr.write("no newline, ")
    print("then one", file=sys.stderr, flush=True)
    print("result: 2")


asyncio.run(main())
