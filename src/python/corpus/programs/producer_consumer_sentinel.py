import asyncio

DONE = object()


async def produce(queue, items):
    for item in items:
        print("producing", item)
        await queue.put(item)
        await asyncio.sleep(0.02)
    await queue.put(DONE)


async def consume(queue):
    total = 0
    while True:
        item = await queue.get()
        if item is DONE:
            print("nothing left")
            return total
        await asyncio.sleep(0.07)
        print("consumed", item)
        total += item


async def main():
    queue = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(produce(queue, [1, 2, 3, 5, 8]), consume(queue))
    print("total:", total)


asyncio.run(main())
