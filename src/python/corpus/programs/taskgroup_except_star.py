import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def patient(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ConnectionError(f"{name} could not say goodbye")


async def run(*coros):
    try:
        async with asyncio.TaskGroup() as tg:
            for coro in coros:
                tg.create_task(coro)
    except* ValueError as group:
        print("ValueErrors:", [str(e) for e in group.exceptions])
    except* OSError as group:
        print("OSErrors:", sorted(f"{type(e).__name__}: {e}" for e in group.exceptions))
    else:
        print("no error")


async def main():
    await run(asyncio.sleep(0.01))
    await run(fail(0.01, ValueError("one")), asyncio.sleep(10))
    await run(fail(0, ValueError("a")), fail(0, ValueError("b")), fail(0, FileNotFoundError("c")))
    await run(fail(0.01, ValueError("two")), patient("p"), patient("q"))
    try:
        await run(fail(0, KeyError("not handled")))
    except ExceptionGroup as group:
        print(type(group).__name__, group, repr(group.exceptions[0]))


asyncio.run(main())
