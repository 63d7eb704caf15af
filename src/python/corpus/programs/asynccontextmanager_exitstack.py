import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, suppress


@asynccontextmanager
async def resource(name, fail=False):
    print("open", name)
    await asyncio.sleep(0.01)
    if fail:
        raise OSError(f"cannot open {name}")
    try:
        yield name.title()
    finally:
        await asyncio.sleep(0.01)
        print("close", name)


async def farewell(text):
    print(text)


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in ("log", "cache", "db")]
        stack.push_async_callback(farewell, "callbacks run last in, first out")
        stack.callback(print, "plain callbacks, too")
        print("using", ", ".join(names))

    with suppress(OSError):
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resource("first"))
            await stack.enter_async_context(resource("second", fail=True))
            print("never printed")

    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("kept"))
        keep = stack.pop_all()
    print("still open")
    await keep.aclose()


asyncio.run(main())
