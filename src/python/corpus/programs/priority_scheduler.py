import asyncio
import heapq
import itertools


class Scheduler:
    """Runs jobs by priority, `workers` at a time."""

    def __init__(self, workers):
        self.workers = workers
        self.heap = []
        self.sequence = itertools.count()
        self.wakeup = asyncio.Condition()
        self.closed = False

    async def submit(self, priority, name, seconds):
        async with self.wakeup:
            heapq.heappush(self.heap, (priority, next(self.sequence), name, seconds))
            self.wakeup.notify()

    async def worker(self, number):
        while True:
            async with self.wakeup:
                await self.wakeup.wait_for(lambda: self.heap or self.closed)
                if not self.heap:
                    return
                priority, _, name, seconds = heapq.heappop(self.heap)
            print(f"worker {number} runs {name} (priority {priority})")
            await asyncio.sleep(seconds)

    async def run(self):
        await asyncio.gather(*(self.worker(n) for n in range(self.workers)))

    async def close(self):
        async with self.wakeup:
            self.closed = True
            self.wakeup.notify_all()


async def main():
    scheduler = Scheduler(2)
    for priority, name in [(5, "report"), (1, "alarm"), (3, "mail"), (1, "second alarm"), (9, "cleaning")]:
        await scheduler.submit(priority, name, 0.02 + priority / 500)
    runner = asyncio.create_task(scheduler.run())
    await asyncio.sleep(0.01)
    await scheduler.submit(0, "fire!", 0.01)
    await scheduler.close()
    await runner


asyncio.run(main())
