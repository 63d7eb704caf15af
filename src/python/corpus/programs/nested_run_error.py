import asyncio


async def inner():
    return "inner"


async def main():
    coro = inner()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print("RuntimeError:", error)
    finally:
        coro.close()

    loop = asyncio.get_running_loop()
    coro = inner()
    try:
        loop.run_until_complete(coro)
    except RuntimeError as error:
        print("RuntimeError:", error)
    finally:
        coro.close()
    print(await inner())


asyncio.run(main())
try:
    asyncio.run(main)
except (TypeError, ValueError) as error:
    print("not a coroutine:", str(error).startswith(("a coroutine was expected", "An asyncio.Future")))
