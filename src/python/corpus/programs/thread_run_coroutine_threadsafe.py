"""A thread has the loop run coroutines for it, and waits for their results."""

import asyncio
import time


async def answer(seconds):
    await asyncio.sleep(seconds)
    return f"after {seconds}"


async def fails():
    raise LookupError("nothing there")


def in_thread(loop):
    print(asyncio.run_coroutine_threadsafe(answer(0.1), loop).result())
    try:
        asyncio.run_coroutine_threadsafe(fails(), loop).result()
    except LookupError as error:
        print("raised here:", error)
    try:
        asyncio.run_coroutine_threadsafe(answer(5), loop).result(timeout=0.1)
    except TimeoutError:
        print("too slow")
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    loop.call_soon_threadsafe(print, "called soon")
    time.sleep(0.05)
    return "thread is done"


async def main():
    print(await asyncio.to_thread(in_thread, asyncio.get_running_loop()))


asyncio.run(main())
