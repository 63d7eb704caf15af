import asyncio
import inspect


async def inner():
    await asyncio.sleep(0.05)


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    frames = task.get_stack()
    print([frame.f_code.co_name for frame in frames])
    coro = task.get_coro()
    print(inspect.getcoroutinestate(coro), coro.cr_await.cr_code.co_name)
    await task
    print(inspect.getcoroutinestate(coro), task.get_stack())
    fresh = inner()
    print(inspect.getcoroutinestate(fresh))
    fresh.close()
    print(inspect.getcoroutinestate(fresh))


asyncio.run(main())
