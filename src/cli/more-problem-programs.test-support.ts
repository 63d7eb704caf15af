/**
 * Programs whose lines that end in "# finds RULE", and no others, have problems: by that rule, and by no other.
 */
export const MORE_PROGRAMS = {
  'updates that get lost': `import asyncio

balance = 0
total = 0
stats = {"hits": 0, "safe": 0}
lock = asyncio.Lock()

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.connection = None
        self.visits = 0

    async def deposit(self, amount):
        seen = self.balance
        await asyncio.sleep(0.01)
        self.balance = seen + amount  # finds lost-update

    async def connect(self):
        if self.connection is None:
            await asyncio.sleep(0.01)
            self.connection = object()  # finds lost-update

    async def visit(self):
        await asyncio.sleep(0.01)
        self.visits += 1

class Jar:
    def __init__(self):
        self.coins = 0

    async def fill(self):
        coins = self.coins
        await asyncio.sleep(0.01)
        self.coins = coins + 1

async def fetch(amount):
    await asyncio.sleep(0.01)
    return amount

async def deposit(amount):
    global balance
    seen = balance
    more = seen + amount
    await asyncio.sleep(0.01)
    balance = more  # finds lost-update

async def add(amount):
    global total
    total += await fetch(amount)  # finds lost-update

async def add_safely(amount):
    global total
    more = await fetch(amount)
    total += more

async def hit():
    hits = stats["hits"]
    await asyncio.sleep(0.01)
    stats["hits"] = hits + 1  # finds lost-update

async def hit_safely():
    async with lock:
        safe = stats["safe"]
        await asyncio.sleep(0.01)
        stats["safe"] = safe + 1

async def in_turn():
    for _ in range(2):
        await deposit(1)

connection = None

async def connect_once():
    global connection
    if connection is None:
        async with lock:
            if connection is None:
                await asyncio.sleep(0.01)
                connection = object()

async def main():
    account = Account("Ann")
    jars = [Jar(), Jar()]
    for ways in (
        [account.deposit(1), account.deposit(2)],
        [account.connect(), account.connect()],
        [account.visit(), account.visit()],
        [jar.fill() for jar in jars],
        [deposit(1), deposit(2)],
        [add(1), add(2)],
        [add_safely(1), add_safely(2)],
        [hit(), hit()],
        [hit_safely(), hit_safely()],
        [in_turn()],
        [connect_once(), connect_once()],
    ):
        await asyncio.gather(*ways)

asyncio.run(main())
`,

  'a circle of locks': `import asyncio

async def one(a, b):
    async with a:
        await asyncio.sleep(0)
        async with b:  # finds deadlock
            pass

async def two(a, b):
    async with b:
        await asyncio.sleep(0)
        async with a:
            pass

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), two(a, b))

asyncio.run(main())
`,

  'a queue that nobody fills, in a loop within a loop': `import asyncio

async def consumer(queue):
    while True:
        print(await queue.get())  # finds deadlock

async def main():
    queue = asyncio.Queue()
    try:
        asyncio.run(consumer(queue))  # finds nested-run
    except RuntimeError as error:
        print(error)
    try:
        asyncio.get_running_loop().run_until_complete(asyncio.sleep(1))  # finds nested-run
    except RuntimeError as error:
        print(error)
    try:
        raise RuntimeError("something else")
    except RuntimeError:
        pass
    await consumer(queue)

asyncio.run(main())
`,

  'what could be done better': `import asyncio
import time

async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name

async def one_by_one():
    a = await fetch("a", 0.1)  # finds sequential-awaits
    b = await fetch("b", 0.2)
    print(a, b)

async def in_a_loop():
    pages = []
    for name in "abc":
        pages.append(await fetch(name, 0.1))  # finds sequential-awaits

async def one_needs_the_other():
    a = await fetch("a", 0.1)
    b = await fetch(a, 0.2)
    name = b
    for _ in range(3):
        name = await fetch(name, 0.1)

async def tries_again():
    for attempt in range(3):
        try:
            return await fetch(attempt, 0.1)
        except OSError:
            await asyncio.sleep(attempt)

async def works(names):
    for name in names:
        await fetch(name, 0.1)

async def started_together():
    tasks = [asyncio.create_task(fetch(name, 0.1)) for name in "ab"]
    for task in tasks:
        await task

async def polls(box):
    while not box:  # finds busy-wait
        await asyncio.sleep(0.05)

async def polls_for_ever(box):
    while True:  # finds busy-wait
        if box:
            break
        await asyncio.sleep(0)

async def ticks(box):
    while not box:
        await asyncio.sleep(0.05)
        await fetch("tick", 0.01)

async def waits_until(end):
    while time.monotonic() < end:
        await asyncio.sleep(0.05)

async def fill(queue):
    for number in range(150):
        queue.put_nowait(number)
        await asyncio.sleep(0)

async def main():
    for way in (one_by_one, in_a_loop, one_needs_the_other, tries_again, started_together):
        await way()
    iterator = iter("abcdef")
    await asyncio.gather(works(iterator), works(iterator))
    box = []
    tasks = [asyncio.create_task(wait(box)) for wait in (polls, polls_for_ever, ticks)]
    await asyncio.sleep(0.5)
    box.append(1)
    await asyncio.gather(*tasks)
    await waits_until(time.monotonic() + 1)
    queue = asyncio.Queue()  # finds unbounded-queue
    small, bounded = asyncio.Queue(), asyncio.Queue(maxsize=200)
    queue.put_nowait(await queue.get() if queue.qsize() else 0)
    queue.get_nowait()
    await fill(queue)
    await fill(bounded)
    small.put_nowait(1)

asyncio.run(main())
`,
  'network I/O': `import asyncio
import aiohttp

async def shout(reader, writer):
    async with asyncio.timeout(5):
        writer.write((await reader.readline()).upper())
    writer.close()
    await writer.wait_closed()

async def ask(n):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)  # finds no-timeout
    writer.write(b"hello\\n")
    await reader.readline()  # finds no-timeout
    writer.close()
    await writer.wait_closed()

async def fetch(session, n):
    async with session.get(f"https://example.org/{n}") as response:
        await response.text()

async def fetch_all(session, count):
    async with asyncio.TaskGroup() as group:
        for n in range(count):
            group.create_task(fetch(session, n))  # finds unbounded-concurrency

async def fetch_few():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=10)) as session:
        async with asyncio.TaskGroup() as group:
            for n in range(60):
                group.create_task(fetch(session, n))

async def main():
    server = await asyncio.start_server(shout, "127.0.0.1", 8888)
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(serve(server))
        await ask(1)
        async with asyncio.timeout(1):
            await ask(2)
        serving.cancel()
    await fetch_few()
    async with aiohttp.ClientSession() as session:
        await fetch_all(session, 60)

async def serve(server):
    async with server:
        await server.serve_forever()

asyncio.run(main())
`,
} as const;
