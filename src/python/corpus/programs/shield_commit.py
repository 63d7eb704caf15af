import asyncio


async def commit(log):
    log.append("begin")
    await asyncio.sleep(0.05)
    log.append("commit")
    return "committed"


async def request(log):
    try:
        return await asyncio.shield(commit(log))
    except asyncio.CancelledError:
        log.append("request cancelled")
        raise


async def main():
    log = []
    task = asyncio.create_task(request(log))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(log)
    await asyncio.sleep(0.1)
    print(log)

    inner = asyncio.create_task(commit(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    print("outer:", outer.cancelled(), "inner:", inner.cancelled())
    print(await inner)
    print(await asyncio.shield(inner))


asyncio.run(main())
