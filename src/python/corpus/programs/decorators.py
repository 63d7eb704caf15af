import asyncio
import functools


def timed(unit):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            loop = asyncio.get_running_loop()
            start = loop.time()
            try:
                return await func(*args, **kwargs)
            finally:
                print(f"{func.__name__} took {(loop.time() - start) // unit:.0f} units")

        return wrapper

    return decorate


def limit(n):
    semaphore = asyncio.Semaphore(n)

    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args):
            async with semaphore:
                return await func(*args)

        return wrapper

    return decorate


@timed(unit=0.2)
@limit(1)
async def work(name, seconds=0.25):
    """Works for a while."""
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name.upper()


async def main():
    print(await asyncio.gather(work("a"), work("b"), work("bad"), return_exceptions=True))
    print(work.__name__, work.__doc__)


asyncio.run(main())
