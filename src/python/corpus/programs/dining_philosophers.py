import asyncio


async def philosopher(name, left, right, meals, table):
    first, second = sorted((left, right), key=table.index)
    for meal in range(meals):
        async with first:
            await asyncio.sleep(0)
            async with second:
                print(f"{name} eats meal {meal + 1}")
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.001)
    return name


async def main():
    names = ["Aristotle", "Buddha", "Confucius", "Descartes", "Epicurus"]
    forks = [asyncio.Lock() for _ in names]
    tasks = [
        asyncio.create_task(philosopher(name, forks[i], forks[(i + 1) % len(forks)], 2, forks))
        for i, name in enumerate(names)
    ]
    print("all have eaten:", ", ".join(await asyncio.gather(*tasks)))


asyncio.run(main())
