import asyncio


def say(text, loop=None):
    print(text)
    if loop:
        loop.call_soon(say, f"{text}, once more")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, "one")
    loop.call_soon(say, "two", loop)
    dropped = loop.call_soon(say, "never printed")
    dropped.cancel()
    loop.call_soon_threadsafe(say, "three")
    print("main goes on first")
    await asyncio.sleep(0)
    print("main after one turn, cancelled:", dropped.cancelled())
    await asyncio.sleep(0)
    print("main after two turns")


asyncio.run(main())
