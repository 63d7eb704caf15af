"""Exceptions and context variables go into threads and come back."""

import asyncio
import contextvars
import traceback

user = contextvars.ContextVar("user", default="nobody")


def who():
    seen = user.get()
    user.set("changed in the thread")
    return seen


def fails(number):
    return 1 / number


async def main():
    user.set("ada")
    print(await asyncio.to_thread(who), user.get())
    try:
        await asyncio.to_thread(fails, 0)
    except ZeroDivisionError as error:
        print(repr(error), [frame.name for frame in traceback.extract_tb(error.__traceback__)][-1])
    results = await asyncio.gather(asyncio.to_thread(fails, 0), asyncio.to_thread(fails, 2), return_exceptions=True)
    print(results)
    try:
        await asyncio.to_thread(lambda: {}["missing"])
    except KeyError as error:
        print("KeyError", error)


asyncio.run(main())
