import asyncio
import gc


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("nobody will look at this")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0.05)
    print("done:", task.done())
    del task
    gc.collect()
    print("the traceback went to stderr")


asyncio.run(main())
