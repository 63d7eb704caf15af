import asyncio


async def main():
    gate = asyncio.BoundedSemaphore(2)
    await gate.acquire()
    print("locked:", gate.locked())
    await gate.acquire()
    print("locked:", gate.locked())
    gate.release()
    gate.release()
    try:
        gate.release()
    except ValueError as error:
        print("ValueError:", error)

    try:
        asyncio.BoundedSemaphore(-1)
    except ValueError as error:
        print("ValueError:", error)

    closed = asyncio.Semaphore(0)
    waiting = asyncio.create_task(closed.acquire())
    await asyncio.sleep(0)
    print("waiting:", not waiting.done())
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    closed.release()
    print("free again:", not closed.locked(), await closed.acquire())


asyncio.run(main())
