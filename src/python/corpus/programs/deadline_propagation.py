import asyncio


async def call(name, seconds, deadline):
    loop = asyncio.get_running_loop()
    remaining = deadline - loop.time()
    if remaining < seconds:
        raise TimeoutError(f"{name} would take too long")
    await asyncio.sleep(seconds)
    return name


async def request(limit, *calls):
    deadline = asyncio.get_running_loop().time() + limit
    done = []
    try:
        for name, seconds in calls:
            done.append(await call(name, seconds, deadline))
    except TimeoutError as error:
        return f"{error}, done: {done}"
    return f"all done: {done}"


async def main():
    print(await request(0.5, ("auth", 0.01), ("load", 0.02), ("render", 0.01)))
    print(await request(0.05, ("auth", 0.01), ("load", 0.3), ("render", 0.01)))


asyncio.run(main())
