import asyncio
import concurrent.futures


async def main():
    loop = asyncio.get_running_loop()
    promise = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(promise)
    loop.call_later(0.01, promise.set_result, "from another world")
    print(type(wrapped).__module__.split(".")[0], await wrapped)

    failing = concurrent.futures.Future()
    failing.set_exception(LookupError("not there"))
    try:
        await asyncio.wrap_future(failing)
    except LookupError as error:
        print("LookupError:", error)

    abandoned = concurrent.futures.Future()
    asyncio.wrap_future(abandoned).cancel()
    await asyncio.sleep(0)
    print("cancelled:", abandoned.cancelled())

    threadsafe = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "threadsafe"), loop)
    while not threadsafe.done():
        await asyncio.sleep(0.01)
    print(threadsafe.result())


asyncio.run(main())
