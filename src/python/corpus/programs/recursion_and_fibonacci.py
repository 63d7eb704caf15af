import asyncio
import functools


async def fib(n):
    if n < 2:
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


def memoize(func):
    tasks = {}

    @functools.wraps(func)
    async def wrapper(n):
        if n not in tasks:
            tasks[n] = asyncio.create_task(func(n))
        return await tasks[n]

    wrapper.tasks = tasks
    return wrapper


@memoize
async def fast_fib(n):
    return n if n < 2 else await fast_fib(n - 1) + await fast_fib(n - 2)


async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)


async def main():
    print("fib(9) =", await fib(9))
    print("fib(60) =", await fast_fib(60), "with", len(fast_fib.tasks), "tasks")
    print("deep:", await deep(200))


asyncio.run(main())
