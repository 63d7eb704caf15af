import asyncio


async def worker(name, queue, done):
    try:
        while True:
            item = await queue.get()
            await asyncio.sleep(0.01)
            done.append(f"{name}:{item}")
            queue.task_done()
    except asyncio.QueueShutDown:
        done.append(f"{name} leaves")


async def gracefully():
    queue = asyncio.Queue()
    done = []
    async with asyncio.TaskGroup() as group:
        for name in ("one", "two"):
            group.create_task(worker(name, queue, done))
        for number in range(5):
            queue.put_nowait(number)
        queue.shutdown()
        try:
            await queue.put("late")
        except asyncio.QueueShutDown as error:
            print("put refused:", repr(error))
        await queue.join()
        print("joined,", queue.qsize(), "left")
    print(done)


async def at_once(kind):
    queue = kind(maxsize=2)
    putters = [asyncio.create_task(queue.put(number)) for number in (3, 1, 2)]
    await asyncio.sleep(0)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    print(kind.__name__, queue.qsize(), "of", queue.maxsize, "full:", queue.full())
    queue.shutdown(immediate=True)
    results = await asyncio.gather(*putters, joiner, return_exceptions=True)
    print(" ", results, "empty:", queue.empty())
    for attempt in (queue.get_nowait, lambda: queue.put_nowait(0)):
        try:
            attempt()
        except asyncio.QueueShutDown as error:
            print(" ", type(error).__name__, isinstance(error, Exception))
    queue.shutdown()


async def drained():
    queue = asyncio.LifoQueue()
    for number in range(3):
        await queue.put(number)
    queue.shutdown()
    while True:
        try:
            print("got", await queue.get())
        except asyncio.QueueShutDown:
            print("nothing more")
            break


async def waiting_getter():
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(str(queue).split(" at ")[0], "waits:", not getter.done())
    queue.shutdown()
    try:
        await getter
    except asyncio.QueueShutDown:
        print("the getter was woken")
    print("shutdown" in repr(queue))


async def main():
    await gracefully()
    for kind in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        await at_once(kind)
    await drained()
    await waiting_getter()


asyncio.run(main())
