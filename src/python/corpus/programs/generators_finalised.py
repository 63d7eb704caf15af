import asyncio
import gc
import sys
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


async def numbers(name):
    try:
        for number in range(10):
            yield number
            await asyncio.sleep(0)
    except GeneratorExit:
        print(name, "is told to go")
        raise
    finally:
        await asyncio.sleep(0)
        print(name, "has cleaned up")


async def asked():
    """An async generator that is driven by hand."""
    answer = None
    while True:
        try:
            answer = yield answer
        except LookupError as error:
            answer = f"caught {error!r}"


async def first_of(name):
    async for number in numbers(name):
        return number


async def left_to_the_collector():
    hooks = sys.get_asyncgen_hooks()
    print("hooks:", hooks.firstiter is not None, hooks.finalizer is not None)
    print("got", await first_of("collected"))
    gc.collect()
    await asyncio.sleep(0.01)


async def closed_by_its_user():
    async with aclosing(numbers("closed")) as values:
        async for value in values:
            if value == 2:
                break
    print("after the block")


async def by_hand():
    generator = asked()
    print(await anext(generator), await generator.asend(1), await generator.athrow(LookupError("lost")))
    await generator.aclose()
    print("over:", await anext(generator, "a default"))
    try:
        await generator.asend(2)
    except StopAsyncIteration:
        print("StopAsyncIteration")


async def busy_twice():
    generator = numbers("busy")
    await anext(generator)
    first = asyncio.ensure_future(anext(generator))
    await asyncio.sleep(0)
    try:
        await anext(generator)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(await first)
    await generator.aclose()


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def stacked():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(name)) for name in "ab"]
        await stack.enter_async_context(nullcontext())
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "called first")
        later = stack.pop_all()
    print("nothing closed yet:", names)
    await later.aclose()


async def main():
    await left_to_the_collector()
    await closed_by_its_user()
    await by_hand()
    await busy_twice()
    await stacked()
    print([value async for value in aiter(numbers("all")) if value % 4 == 0])
    global kept
    kept = numbers("left open")
    print("left at", await anext(kept))


asyncio.run(main())
try:
    kept.aclose().send(None)
except StopIteration:
    print("closed with its loop")
