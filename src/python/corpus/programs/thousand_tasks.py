import asyncio
import random


async def visitor(n, rng, hall):
    hall["inside"] += 1
    hall["most"] = max(hall["most"], hall["inside"])
    await asyncio.sleep(rng.random() / 10)
    hall["inside"] -= 1
    return n


async def main():
    rng = random.Random(7)
    hall = {"inside": 0, "most": 0}
    numbers = await asyncio.gather(*(visitor(n, rng, hall) for n in range(1000)))
    print(sum(numbers), numbers == list(range(1000)), hall)
    print(sum(1 for _ in range(10_000) if rng.random() < 0.25))


asyncio.run(main())
