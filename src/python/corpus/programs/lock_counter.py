import asyncio


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = asyncio.Lock()

    async def increment(self, who):
        async with self.lock:
            print(who, "has the lock, value is", self.value)
            value = self.value
            await asyncio.sleep(0.01)
            self.value = value + 1


async def main():
    counter = Counter()
    await asyncio.gather(*(counter.increment(f"worker {i}") for i in range(5)))
    print("total", counter.value, "locked", counter.lock.locked())

    await counter.lock.acquire()
    print("locked by hand", counter.lock.locked())
    try:
        await asyncio.wait_for(counter.lock.acquire(), timeout=0.05)
    except asyncio.TimeoutError:
        print("could not get it a second time")
    counter.lock.release()
    try:
        counter.lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
