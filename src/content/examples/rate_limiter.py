"""No more than three requests in any second: a sliding window of times."""

import asyncio
import time
from collections import deque


class RateLimiter:
    def __init__(self, limit, period):
        self.limit = limit
        self.period = period
        self.times = deque()  # when the latest requests were let through
        self.lock = asyncio.Lock()  # keeps the line in order

    async def __aenter__(self):
        async with self.lock:
            if len(self.times) == self.limit:
                # Wait until the oldest of them is a whole period ago.
                oldest = self.times.popleft()
                await asyncio.sleep(max(0, oldest + self.period - time.monotonic()))
            self.times.append(time.monotonic())

    async def __aexit__(self, *_):
        pass


async def request(number, limiter, start):
    async with limiter:
        print(f"{time.monotonic() - start:.1f} s: request {number}")
        await asyncio.sleep(0.2)


async def main():
    limiter = RateLimiter(limit=3, period=1)
    start = time.monotonic()
    await asyncio.gather(*(request(n, limiter, start) for n in range(1, 9)))


asyncio.run(main())
