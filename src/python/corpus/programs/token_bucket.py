import asyncio


class TokenBucket:
    def __init__(self, capacity, interval):
        self.tokens = capacity
        self.capacity = capacity
        self.interval = interval
        self.available = asyncio.Condition()

    async def refill(self):
        while True:
            await asyncio.sleep(self.interval)
            async with self.available:
                if self.tokens < self.capacity:
                    self.tokens += 1
                    self.available.notify()

    async def take(self):
        async with self.available:
            await self.available.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1


async def client(name, bucket, n):
    for i in range(n):
        await bucket.take()
        print(f"{name} request {i}")


async def main():
    bucket = TokenBucket(capacity=4, interval=0.02)
    refill = asyncio.create_task(bucket.refill())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(client("a", bucket, 5))
        tg.create_task(client("b", bucket, 4))
    refill.cancel()
    try:
        await refill
    except asyncio.CancelledError:
        print("refill stopped, tokens left:", bucket.tokens)


asyncio.run(main())
