import asyncio
import time


class TokenBucket:
    def __init__(self, rate):
        self.rate = rate
        self.tokens = 0.0
        self.last = time.monotonic()

    async def take(self):
        while True:
            now = time.monotonic()
            self.tokens += (now - self.last) * self.rate
            self.last = now
            if self.tokens >= 1:
                self.tokens -= 1
                return
            # What is missing may be too little for the clock to tell.
            await asyncio.sleep((1 - self.tokens) / self.rate)


async def tick(interval, count):
    loop = asyncio.get_running_loop()
    start = due = loop.time()
    for _ in range(count):
        due += interval
        while loop.time() < due:
            await asyncio.sleep(due - loop.time())
    print(f"{count} ticks took {loop.time() - start:.1f} s")


async def window(width, most, requests):
    hits = []
    for request in range(requests):
        while len(hits) >= most and time.monotonic() - hits[-most] < width:
            await asyncio.sleep(width - (time.monotonic() - hits[-most]))
        hits.append(time.monotonic())
        print("request", request, f"at {hits[-1] - hits[0]:.1f} s")


async def main():
    bucket = TokenBucket(7)
    start = time.monotonic()
    for _ in range(7):
        await bucket.take()
    print(f"7 tokens took {time.monotonic() - start:.1f} s")
    await tick(0.1, 12)
    await window(0.3, 2, 7)


asyncio.run(main())
