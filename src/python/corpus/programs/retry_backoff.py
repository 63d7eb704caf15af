import asyncio
import random

rng = random.Random(42)


class Flaky:
    def __init__(self, failures):
        self.failures = failures
        self.calls = 0

    async def call(self):
        self.calls += 1
        await asyncio.sleep(0.001)
        if self.calls <= self.failures:
            raise ConnectionError(f"attempt {self.calls} refused")
        return f"ok after {self.calls} calls"


async def retry(func, attempts, base=0.01):
    for attempt in range(1, attempts + 1):
        try:
            return await func()
        except ConnectionError as error:
            if attempt == attempts:
                raise
            delay = base * 2 ** (attempt - 1) * (1 + rng.random())
            print(f"{error}, next try in {delay * 1000:.3f} ms")
            await asyncio.sleep(delay)


async def main():
    print(await retry(Flaky(3).call, attempts=5))
    try:
        await retry(Flaky(9).call, attempts=2)
    except ConnectionError as error:
        print("gave up:", error)
    print(rng.randint(1, 100), rng.choice("abc"), rng.sample(range(10), 3))


asyncio.run(main())
