"""A thread feeds an asyncio queue through call_soon_threadsafe."""

import asyncio
import threading
import time


def feed(loop, queue):
    for number in range(3):
        time.sleep(0.05)
        print("thread puts", number)
        loop.call_soon_threadsafe(queue.put_nowait, number)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    queue = asyncio.Queue()
    thread = threading.Thread(target=feed, args=(asyncio.get_running_loop(), queue))
    thread.start()
    while (item := await queue.get()) is not None:
        print("task got", item)
    thread.join()
    future = asyncio.get_running_loop().create_future()
    threading.Timer(0.05, lambda: future.get_loop().call_soon_threadsafe(future.set_result, "from a timer")).start()
    print(await future)


asyncio.run(main())
