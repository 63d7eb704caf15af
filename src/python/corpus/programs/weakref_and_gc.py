import asyncio
import gc
import weakref


class Session:
    def __init__(self, name):
        self.name = name
        weakref.finalize(self, print, "finalized", name)


registry = weakref.WeakValueDictionary()


async def serve(name):
    session = Session(name)
    registry[name] = session
    await asyncio.sleep(0.01)
    return len(registry)


async def main():
    print(await asyncio.gather(serve("a"), serve("b")))
    gc.collect()
    print("left in the registry:", list(registry))

    task = asyncio.create_task(serve("c"))
    ref = weakref.ref(task)
    await task
    print("task alive:", ref() is task)
    del task
    await asyncio.sleep(0)
    gc.collect()
    print("task alive:", ref() is not None)

    lock = asyncio.Lock()
    async with lock:
        queue = asyncio.Queue()
        await queue.put(lock)
        refs = [weakref.ref(lock), weakref.ref(queue)]
    del lock, queue
    print("lock and queue alive:", [ref() is not None for ref in refs])

    cycle = Session("cycle")
    cycle.me = cycle
    del cycle
    print("before the collector")
    gc.collect()
    print("after the collector")


asyncio.run(main())
