import asyncio


async def stage(name, func, inbox, outbox, delay):
    handled = 0
    while (item := await inbox.get()) is not None:
        await asyncio.sleep(delay)
        await outbox.put(func(item))
        handled += 1
    await outbox.put(None)
    return f"{name} handled {handled}"


async def main():
    queues = [asyncio.Queue(maxsize=1) for _ in range(4)]
    stages = [
        asyncio.create_task(stage("clean", str.strip, queues[0], queues[1], 0.005)),
        asyncio.create_task(stage("split", str.split, queues[1], queues[2], 0.01)),
        asyncio.create_task(stage("count", len, queues[2], queues[3], 0.002)),
    ]

    async def feed():
        for line in ("  the quick brown fox ", "jumps over", " the lazy dog  ", ""):
            await queues[0].put(line)
        await queues[0].put(None)

    feeder = asyncio.create_task(feed())
    results = []
    while (result := await queues[3].get()) is not None:
        results.append(result)
    await feeder
    print(results)
    for line in await asyncio.gather(*stages):
        print(line)


asyncio.run(main())
