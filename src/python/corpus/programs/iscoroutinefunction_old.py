import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


def call(func, *args):
    if asyncio.iscoroutinefunction(func):
        return asyncio.run(func(*args))
    return func(*args)


async def double(n):
    await asyncio.sleep(0)
    return 2 * n


print(call(double, 21))
print(call(len, "plain"))
print(call(lambda: "lambda"))
