import asyncio


async def set_after(future, delay, value):
    await asyncio.sleep(delay)
    future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    setter = asyncio.create_task(set_after(future, 0.02, "... world"))
    print("hello ...")
    print(await future)
    await setter

    print(future.done(), future.result(), future.exception())
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)

    broken = loop.create_future()
    try:
        broken.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    loop.call_soon(broken.set_exception, LookupError("nothing here"))
    try:
        await broken
    except LookupError as error:
        print("LookupError:", error)

    cancelled = loop.create_future()
    print(cancelled.cancel("not needed"), cancelled.cancel(), cancelled.cancelled())
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print("CancelledError", error.args)


asyncio.run(main())
