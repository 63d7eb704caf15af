import asyncio


def display(n, loop, stop):
    print("tick", n)
    if n < 4:
        loop.call_later(0.02, display, n + 1, loop, stop)
    else:
        stop.set_result("the clock has stopped")


async def main():
    loop = asyncio.get_running_loop()
    stop = loop.create_future()
    loop.call_soon(display, 0, loop, stop)
    print(await stop)

    now = loop.time()
    order = []
    loop.call_at(now + 0.06, order.append, "third")
    loop.call_at(now + 0.02, order.append, "first")
    handle = loop.call_later(0.03, order.append, "cancelled")
    loop.call_later(0.04, order.append, "second")
    print("scheduled ahead:", handle.when() > now)
    handle.cancel()
    await asyncio.sleep(0.1)
    print(order)


asyncio.run(main())
