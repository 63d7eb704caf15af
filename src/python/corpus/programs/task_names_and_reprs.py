import asyncio
import os
import re


def neat(obj):
    """repr without folders and addresses"""
    text = re.sub(r"0x[0-9a-f]+", "0x...", repr(obj))
    return re.sub(r"[^ ]*" + re.escape(os.path.basename(__file__)), "prog.py", text)


async def work(n):
    await asyncio.sleep(0.01)
    if n == 2:
        raise ValueError("two")
    return n


async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(work(1))
    b = asyncio.create_task(work(2), name="the second")
    c = asyncio.create_task(work(3))
    c.set_name("renamed")
    print([t.get_name() for t in (a, b, c)])
    print(neat(b))
    c.cancel()
    await asyncio.wait([a, b, c])
    for task in (a, b, c):
        print(neat(task))
    print(b.exception())

    future = asyncio.get_running_loop().create_future()
    print(neat(future))
    future.set_result("done")
    print(neat(future))
    print(neat(asyncio.Lock()), neat(asyncio.Semaphore(2)), neat(asyncio.Event()))
    print(neat(asyncio.Queue(3)))


asyncio.run(main())
