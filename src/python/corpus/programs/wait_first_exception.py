import asyncio


async def check(name, delay, ok=True):
    await asyncio.sleep(delay)
    if not ok:
        raise RuntimeError(f"{name} failed")
    return name


async def main():
    tasks = {
        asyncio.create_task(check("lint", 0.01)),
        asyncio.create_task(check("types", 0.03, ok=False)),
        asyncio.create_task(check("tests", 0.09)),
    }
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for line in sorted(str(task.exception() or task.result()) for task in done):
        print(line)
    print("still running:", len(pending))
    await asyncio.wait(pending)
    print([task.result() for task in pending])

    try:
        await asyncio.wait([])
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
