import asyncio
import functools
import inspect


async def coroutine(x):
    return x


async def agen():
    yield 1


def plain():
    return coroutine(2)


class Callable:
    async def __call__(self):
        return "called"

    @classmethod
    async def make(cls):
        return cls()

    @property
    async def value(self):
        return 7


async def main():
    for func in (coroutine, agen, plain, functools.partial(coroutine, 1), Callable.make, Callable()):
        name = getattr(func, "__name__", type(func).__name__)
        print(f"{name:<10}{inspect.iscoroutinefunction(func)!s:<7}{inspect.isasyncgenfunction(func)}")
    print(await plain(), await (await Callable.make())(), await Callable().value)
    coro = coroutine(3)
    print(asyncio.iscoroutine(coro), inspect.isawaitable(coro), asyncio.isfuture(coro))
    task = asyncio.ensure_future(coro)
    print(asyncio.isfuture(task), isinstance(task, asyncio.Task), isinstance(task, asyncio.Future))
    print(asyncio.ensure_future(task) is task, await task)


asyncio.run(main())
