import asyncio


async def producer(queue, n_consumers):
    for n in range(10):
        await queue.put(n)
    for _ in range(n_consumers):
        await queue.put(None)


async def consumer(name, queue, log):
    count = 0
    while (item := await queue.get()) is not None:
        log.append((name, item))
        count += 1
        await asyncio.sleep(0.01)
    return name, count


async def main():
    queue = asyncio.Queue(3)
    log = []
    consumers = [asyncio.create_task(consumer(name, queue, log)) for name in "xyz"]
    await producer(queue, len(consumers))
    for task in consumers:
        name, count = await task
        print(f"{name} consumed {count}")
    print(sorted(item for _, item in log))
    print("left:", queue.qsize())


asyncio.run(main())
