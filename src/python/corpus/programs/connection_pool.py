import asyncio
from contextlib import asynccontextmanager


class Connection:
    def __init__(self, number):
        self.number = number
        self.uses = 0

    async def execute(self, sql):
        self.uses += 1
        await asyncio.sleep(0.01)
        return f"{sql} on connection {self.number}"


class Pool:
    def __init__(self, size):
        self.size = size
        self.created = 0
        self.free = asyncio.LifoQueue()

    async def acquire(self):
        if self.free.empty() and self.created < self.size:
            self.created += 1
            connection = Connection(self.created)
            await asyncio.sleep(0.005)  # connecting
            return connection
        return await self.free.get()

    @asynccontextmanager
    async def connection(self):
        connection = await self.acquire()
        try:
            yield connection
        finally:
            self.free.put_nowait(connection)


async def query(pool, n):
    async with pool.connection() as connection:
        print(await connection.execute(f"select {n}"))


async def main():
    pool = Pool(2)
    await asyncio.gather(*(query(pool, n) for n in range(5)))
    connections = [pool.free.get_nowait() for _ in range(pool.created)]
    print("uses:", {connection.number: connection.uses for connection in connections})


asyncio.run(main())
