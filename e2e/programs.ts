/** Two workers that need the same lock; main awaits one after the other. */
export const TWO_WORKERS = `import asyncio

lock = asyncio.Lock()


async def worker(name):
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(0.1)


async def main():
    a = asyncio.create_task(worker("a"))
    b = asyncio.create_task(worker("b"))
    await a
    await b


asyncio.run(main())
`;

export const SYNTAX_ERROR = `import asyncio

async def main(:
    pass
`;

export const UNCAUGHT = `import asyncio


async def main():
    print("before")
    await asyncio.sleep(1)
    raise ValueError("no such page")


asyncio.run(main())
`;

/** Each of two tasks holds the lock that the other wants. */
export const DEADLOCK = `import asyncio

fork = asyncio.Lock()
spoon = asyncio.Lock()


async def pasta():
    async with fork:
        await asyncio.sleep(0.1)
        async with spoon:
            print("pasta is eaten")


async def soup():
    async with spoon:
        await asyncio.sleep(0.1)
        async with fork:
            print("soup is eaten")


async def main():
    await asyncio.gather(pasta(), soup())


asyncio.run(main())
`;

/** Prints for ever, and says so once a millisecond of virtual time. */
export const ENDLESS = `import asyncio


async def main():
    while True:
        print("again")
        await asyncio.sleep(0.001)


asyncio.run(main())
`;

/** Never gives control back. */
export const SPINNING = `print("in it goes")
while True:
    pass
`;

/** Two hundred tasks at once. */
export const CROWD = `import asyncio

door = asyncio.Semaphore(10)


async def guest(n):
    async with door:
        await asyncio.sleep(0.01 * (n % 7 + 1))


async def main():
    async with asyncio.TaskGroup() as tg:
        for n in range(200):
            tg.create_task(guest(n))


asyncio.run(main())
`;

/** Reads from an address that no memory has: python ends by SIGSEGV, WebAssembly traps. */
export const SEGFAULT = `import asyncio
import ctypes


async def main():
    print("about to crash")
    await asyncio.sleep(1)
    ctypes.string_at(0xFFFF_FFF0, 8)


asyncio.run(main())
`;

/** Every kind of resource that the examples lack: a barrier, queues of other orders, a bounded semaphore, a pool of connections. */
export const EVERY_RESOURCE = `import asyncio

import aiohttp
import asyncpg

barrier = asyncio.Barrier(3)
urgent = asyncio.PriorityQueue()
stack = asyncio.LifoQueue(2)
gate = asyncio.BoundedSemaphore(1)


async def meet(n):
    async with gate:
        await asyncio.sleep(0.01 * n)
    await barrier.wait()


async def producer():
    for n in (3, 1, 2):
        await urgent.put(n)
        await stack.put(f"plate {n}")


async def consumer():
    await asyncio.sleep(0.05)
    for _ in range(3):
        print(await urgent.get(), await stack.get())
        stack.task_done()


async def query(pool):
    async with pool.acquire() as connection:
        await connection.fetch("SELECT id FROM users")


async def echo(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def main():
    await asyncio.gather(*(meet(n) for n in range(3)))
    await asyncio.gather(producer(), consumer())
    await stack.join()
    async with asyncpg.create_pool(min_size=1, max_size=2) as pool:
        await asyncio.gather(*(query(pool) for _ in range(3)))
    async with await asyncio.start_server(echo, "127.0.0.1", 8888):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
        writer.write(b"hello\\n")
        print(await reader.readline())
        writer.close()
    connector = aiohttp.TCPConnector(limit=2)
    async with aiohttp.ClientSession(connector=connector) as session, session.get("https://example.org/") as response:
        await response.read()


asyncio.run(main())
`;

/** Every kind of scope, and tasks that end in every way. */
export const EVERY_SCOPE = `import asyncio
import time


async def nap(seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("slept badly")
    return seconds


async def main():
    for nearest in asyncio.as_completed([nap(0.3), nap(0.1)]):
        print(await nearest)
    naps = [asyncio.create_task(nap(seconds)) for seconds in (0.1, 9)]
    _, pending = await asyncio.wait(naps, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    guarded = asyncio.create_task(nap(0.5))
    try:
        async with asyncio.timeout(0.1):
            await asyncio.shield(guarded)
    except TimeoutError:
        time.sleep(0.2)
    await asyncio.gather(guarded, nap(0.1, fails=True), return_exceptions=True)
    async with asyncio.TaskGroup() as group:
        group.create_task(nap(0.1))


asyncio.run(main())
`;

/** Prints what depends on where all of its objects lie. */
export const ADDRESSES = `import asyncio


async def main():
    await asyncio.gather(asyncio.sleep(1), asyncio.to_thread(str, 1))
    server = await asyncio.start_server(lambda reader, writer: None, port=8080)
    server.close()


asyncio.run(main())
print(hash(tuple(id(thing) for thing in [object() for _ in range(300)])))
`;
