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
