import asyncio


async def download(name, delay):
    await asyncio.sleep(delay)
    if name == "broken":
        raise ConnectionError(name)
    return name


async def main():
    jobs = [download("slow", 0.06), download("fast", 0.01), download("broken", 0.03), download("medium", 0.045)]
    for n, next_done in enumerate(asyncio.as_completed(jobs), 1):
        try:
            print(n, await next_done)
        except ConnectionError as error:
            print(n, "failed:", error)

    try:
        for next_done in asyncio.as_completed([download("in time", 0.01), download("late", 0.5)], timeout=0.1):
            print(await next_done)
    except TimeoutError:
        print("the rest took too long")


asyncio.run(main())
