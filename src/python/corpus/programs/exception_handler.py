import asyncio


def handler(loop, context):
    print("handler:", context["message"].split(" ")[0], "-", repr(context.get("exception")))


def explode(n):
    raise ZeroDivisionError(f"callback {n}")


async def main():
    loop = asyncio.get_running_loop()
    print("no handler at first:", loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print("installed:", loop.get_exception_handler() is handler)
    loop.call_soon(explode, 1)
    loop.call_later(0.01, explode, 2)
    await asyncio.sleep(0.02)
    loop.call_exception_handler({"message": "hand-made", "exception": KeyError("k")})
    print("the loop goes on")
    loop.set_exception_handler(None)


asyncio.run(main())
