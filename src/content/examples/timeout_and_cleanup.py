"""A timeout cancels what takes too long, and the cancelled code cleans up."""

import asyncio


async def transfer(file, seconds):
    print(f"{file}: connection opened")
    try:
        await asyncio.sleep(seconds)  # CancelledError is raised here ...
        print(f"{file}: complete")
    except asyncio.CancelledError:
        print(f"{file}: removing the half-written file")
        raise  # ... and has to be raised again.
    finally:
        await asyncio.sleep(0.1)  # cleaning up may take time, too
        print(f"{file}: connection closed")


async def main():
    for file, seconds in [("small.zip", 0.2), ("large.zip", 60)]:
        try:
            async with asyncio.timeout(0.5):
                await transfer(file, seconds)
        except TimeoutError:
            print(f"{file}: gave up\n")
        else:
            print(f"{file}: in time\n")

    # Anybody who holds a task can cancel it, without a timeout.
    task = asyncio.create_task(transfer("unwanted.zip", 60))
    await asyncio.sleep(0.3)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("unwanted.zip: cancelled by hand")


asyncio.run(main())
