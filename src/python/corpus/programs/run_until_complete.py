import asyncio


async def answer(n):
    await asyncio.sleep(0.01)
    return n * 2


async def fail():
    raise ValueError("no answer")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(loop.run_until_complete(answer(21)))
    task = loop.create_task(answer(4), name="four")
    print(task.get_name(), loop.run_until_complete(task))
    try:
        loop.run_until_complete(fail())
    except ValueError as error:
        print("ValueError:", error)

    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "from a callback")
    print(loop.run_until_complete(future))

    forgotten = loop.create_future()
    loop.call_soon(loop.stop)
    try:
        loop.run_until_complete(forgotten)
    except RuntimeError as error:
        print("RuntimeError:", error)
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
