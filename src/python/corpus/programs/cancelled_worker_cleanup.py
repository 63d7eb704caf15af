import asyncio


async def worker():
    print("worker: start")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("worker: cleaning up")
        await asyncio.sleep(0.02)
        raise
    finally:
        print("worker: after sleep")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.02)
    print("cancel:", task.cancel("shutting down"))
    print("cancelled yet:", task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main: worker is cancelled now", error.args)
    print("done:", task.done(), "cancelled:", task.cancelled(), "again:", task.cancel())


asyncio.run(main())
