import asyncio


async def step(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise RuntimeError(name)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def branch(name, fail):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(step(f"{name}.1", 0.01))
        tg.create_task(step(f"{name}.2", 0.03, fail))
        tg.create_task(step(f"{name}.3", 0.06))


def leaves(group, depth=0):
    print("  " * depth + f"{type(group).__name__}: {group}")
    for error in getattr(group, "exceptions", ()):
        leaves(error, depth + 1)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(branch("left", False))
            tg.create_task(branch("right", True))
            await asyncio.sleep(1)
            print("never printed")
    except ExceptionGroup as group:
        leaves(group)
    print("cancelling:", asyncio.current_task().cancelling())


asyncio.run(main())
