import asyncio


async def bounded_map(func, items, limit):
    """Like map: results in order, at most `limit` calls at once."""
    items = enumerate(items)
    results = {}

    async def worker():
        for index, item in items:  # the workers share the iterator
            results[index] = await func(item)

    async with asyncio.TaskGroup() as tg:
        for _ in range(limit):
            tg.create_task(worker())
    return [results[index] for index in sorted(results)]


calls = []


async def fetch(word):
    calls.append(f"+{word}")
    await asyncio.sleep(len(word) / 100)
    calls.append(f"-{word}")
    return word[::-1]


words = ["kayak", "ox", "noon", "civic rotor", "x"]
print(asyncio.run(bounded_map(fetch, words, limit=2)))
print(" ".join(calls))
