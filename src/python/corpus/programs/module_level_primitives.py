import asyncio

lock = asyncio.Lock()
queue = asyncio.Queue()
ready = asyncio.Event()
slots = asyncio.Semaphore(1)
counts = {"in": 0, "out": 0}


async def put_all():
    await ready.wait()
    for n in range(3):
        async with slots:
            await queue.put(n)
            counts["in"] += 1


async def take_all():
    while counts["out"] < 3:
        item = await queue.get()
        async with lock:
            counts["out"] += 1
            print("took", item, counts)


async def main():
    tasks = [asyncio.create_task(put_all()), asyncio.create_task(take_all())]
    await asyncio.sleep(0.01)
    ready.set()
    await asyncio.gather(*tasks)


asyncio.run(main())
