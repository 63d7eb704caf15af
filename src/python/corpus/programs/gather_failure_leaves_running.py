import asyncio


async def slow(name):
    try:
        await asyncio.sleep(0.2)
        print(name, "finished although gather failed")
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def failing():
    await asyncio.sleep(0.05)
    raise OSError("disk full")


async def main():
    try:
        await asyncio.gather(slow("first"), failing(), slow("second"))
    except OSError as error:
        print("caught", error)
    await asyncio.sleep(0.3)

    # Cancelling the gather cancels its children.
    both = asyncio.gather(slow("third"), slow("fourth"))
    await asyncio.sleep(0.05)
    print("cancel:", both.cancel())
    try:
        await both
    except asyncio.CancelledError:
        print("gather is cancelled:", both.cancelled())


asyncio.run(main())
