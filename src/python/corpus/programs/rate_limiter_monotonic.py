import asyncio
import time
from collections import deque


class RateLimiter:
    """Lets at most `rate` calls through in any `period` seconds."""

    def __init__(self, rate, period):
        self.rate = rate
        self.period = period
        self.calls = deque()

    async def wait(self):
        while True:
            now = time.monotonic()
            while self.calls and now - self.calls[0] >= self.period:
                self.calls.popleft()
            if len(self.calls) < self.rate:
                self.calls.append(now)
                return
            await asyncio.sleep(self.period - (now - self.calls[0]))


async def call(limiter, number, start):
    await limiter.wait()
    window = int((time.monotonic() - start) / 0.3 + 0.1)
    return number, window


async def main():
    limiter = RateLimiter(rate=3, period=0.3)
    start = time.monotonic()
    calls = [await call(limiter, n, start) for n in range(8)]
    for number, window in calls:
        print(f"call {number} in window {window}")


if __name__ == "__main__":
    asyncio.run(main())
