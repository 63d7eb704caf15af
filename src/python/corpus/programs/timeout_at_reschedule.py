import asyncio


async def heartbeat(scope, beats):
    loop = asyncio.get_running_loop()
    for n in range(beats):
        await asyncio.sleep(0.05)
        scope.reschedule(loop.time() + 0.1)
        print("beat", n)


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.1) as scope:
            await heartbeat(scope, 4)
            await asyncio.sleep(5)
    except TimeoutError:
        print("no beat for too long")

    try:
        async with asyncio.timeout(-1):
            print("runs up to the first await")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("a deadline in the past expires at once")

    try:
        scope.reschedule(None)
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
