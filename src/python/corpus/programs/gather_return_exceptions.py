import asyncio


async def fetch(n):
    await asyncio.sleep(0.01 * (5 - n))
    if n % 2:
        raise ValueError(f"page {n} is missing")
    return f"page {n}"


async def main():
    results = await asyncio.gather(*(fetch(n) for n in range(5)), return_exceptions=True)
    for n, result in enumerate(results):
        if isinstance(result, BaseException):
            print(n, "failed:", type(result).__name__, result)
        else:
            print(n, "ok:", result)

    try:
        await asyncio.gather(fetch(0), fetch(1), fetch(2))
    except ValueError as error:
        print("gather raised", repr(error))

    print(await asyncio.gather())


asyncio.run(main())
