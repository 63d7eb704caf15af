import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.readers = 0
        self.writer = False

    @asynccontextmanager
    async def reading(self):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writer)
            self.readers += 1
        try:
            yield
        finally:
            async with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @asynccontextmanager
    async def writing(self):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writer and self.readers == 0)
            self.writer = True
        try:
            yield
        finally:
            async with self.condition:
                self.writer = False
                self.condition.notify_all()


text = "first edition"


async def reader(lock, name, delay):
    await asyncio.sleep(delay)
    async with lock.reading():
        print(name, "reads", text, "with", lock.readers, "reading")
        await asyncio.sleep(0.06)


async def writer(lock):
    global text
    await asyncio.sleep(0.03)
    async with lock.writing():
        print("the writer is alone:", lock.readers)
        await asyncio.sleep(0.06)
        text = "second edition"


async def main():
    lock = ReadWriteLock()
    await asyncio.gather(
        *(reader(lock, f"reader {n}", n * 0.02) for n in range(3)),
        writer(lock),
        reader(lock, "late", 0.13),
    )


asyncio.run(main())
