import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return f"worked for {seconds}"


async def main():
    async with asyncio.timeout(0.2):
        print(await work(0.01))

    try:
        async with asyncio.timeout(0.02) as scope:
            print(await work(5))
    except TimeoutError as error:
        print("TimeoutError", repr(str(error)), "expired:", scope.expired())

    async with asyncio.timeout(None) as scope:
        print("no limit yet:", scope.when())
        scope.reschedule(asyncio.get_running_loop().time() + 0.5)
        print(await work(0.03))
    print("expired:", scope.expired())

    try:
        async with asyncio.timeout(0.1) as outer:
            try:
                async with asyncio.timeout(0.02) as inner:
                    await work(5)
            except TimeoutError:
                print("inner expired:", inner.expired(), "outer:", outer.expired())
            await work(5)
    except TimeoutError:
        print("outer expired:", outer.expired())


asyncio.run(main())
