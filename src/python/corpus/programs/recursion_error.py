import asyncio


def plain(n):
    return plain(n + 1)


async def endless(n):
    await asyncio.sleep(0)
    return await endless(n + 1)


async def main():
    for func in (plain, endless):
        try:
            result = func(0)
            if asyncio.iscoroutine(result):
                await result
        except RecursionError as error:
            print(func.__name__, str(error).split(" while")[0])
    print("still alive")


asyncio.run(main())
