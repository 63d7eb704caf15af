import asyncio


async def sleeper(n, delay):
    await asyncio.sleep(delay)
    return n


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.03
    order = []
    for n in range(8):
        loop.call_at(when + (n % 4) * 0.01, order.append, n)
    await asyncio.sleep(0.1)
    print("timers in order of their time:", [n % 4 for n in order])

    order.clear()
    tasks = [asyncio.create_task(sleeper(n, 0.02)) for n in range(6)]
    for task in tasks:
        task.add_done_callback(lambda task: order.append(task.result()))
    await asyncio.wait(tasks)
    await asyncio.sleep(0)
    print("sleepers in order of creation:", order)


asyncio.run(main())
