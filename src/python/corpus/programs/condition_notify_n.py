import asyncio


async def sleeper(condition, number, awake):
    async with condition:
        await condition.wait()
        awake.append(number)
        print("woke", number)


async def main():
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock)
    awake = []
    tasks = [asyncio.create_task(sleeper(condition, n, awake)) for n in range(5)]
    await asyncio.sleep(0.01)

    async with condition:
        print("lock is shared:", lock.locked())
        condition.notify()
    await asyncio.sleep(0.01)
    print("after notify:", awake)

    async with condition:
        condition.notify(2)
    await asyncio.sleep(0.01)
    print("after notify(2):", awake)

    tasks[3].cancel()
    async with condition:
        condition.notify_all()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print("after notify_all:", awake)
    print([type(r).__name__ for r in results])


asyncio.run(main())
