import asyncio


async def quick(n):
    await asyncio.sleep(0.001)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print("debug:", loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 5
    print(await asyncio.gather(quick(1), quick(2)))
    try:
        loop.call_soon(quick)
    except TypeError as error:
        print("TypeError:", str(error).split(" with")[0])
    try:
        loop.call_later(None, print)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main(), debug=True)
