import { describe, expect, it } from 'vitest';
import { record, story } from './record-program.test-support';

const WAIT = 60_000;

describe("asyncpg's stand-in", () => {
  it(
    'lends at most max_size connections, shown as a pool with the name that the user gave it',
    async () => {
      const recorded = await record(`import asyncio, asyncpg

async def fetch(pool, number):
    async with pool.acquire() as connection:
        row = await connection.fetchrow("SELECT name, active FROM users WHERE id = $1", number)
        print(dict(row), row["name"], row[1], round(asyncio.get_running_loop().time(), 3))

async def main():
    pool = await asyncpg.create_pool("postgresql://me@localhost/shop", min_size=1, max_size=2)
    async with asyncio.TaskGroup() as group:
        for number in (1, 2, 5):
            group.create_task(fetch(pool, number))
    print(pool.get_size(), pool.get_idle_size())
    await pool.close()

asyncio.run(main())
`);
      expect(recorded.stderr).toBe('');
      expect(recorded.stdout.split('\n')).toEqual([
        "{'name': 'Ada', 'active': True} Ada True 0.025",
        "{'name': 'Barbara', 'active': False} Barbara False 0.03",
        "{'name': 'Grace', 'active': True} Grace True 0.045",
        '2 2',
        '',
      ]);
      expect(story(recorded, 'resource')).toContain('resource 1 ConnectionPool pool main.py:9');
      expect(story(recorded, 'suspend').filter((line) => line.includes(' acquire 1'))).toHaveLength(1);
      expect(story(recorded, 'io').some((line) => line.endsWith('SELECT name, active FROM users WHERE id = $1'))).toBe(true);
    },
    WAIT,
  );

  it(
    "answers in PostgreSQL's words: statuses, types, constraints, transactions and what it lacks",
    async () => {
      const { stdout, stderr } = await record(`import asyncio, asyncpg

async def complaint(awaitable):
    try:
        print(await awaitable)
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        print(type(error).__name__, error)

async def main():
    c = await asyncpg.connect(database="shop")
    print(await c.execute("UPDATE products SET stock = stock - $1 WHERE price > $2", 1, 20))
    print(await c.fetch("SELECT name, price FROM products WHERE id = ANY($1::int[]) ORDER BY price DESC", [1, 3]))
    try:
        async with c.transaction():
            await c.execute("DELETE FROM orders")
            async with c.transaction():
                await c.execute("INSERT INTO users (name, email) VALUES ($1, $2)", "Eve", "ada@example.com")
    except asyncpg.UniqueViolationError as error:
        print(error, error.sqlstate)
    print(await c.fetchval("SELECT count(*) FROM orders"))
    await complaint(c.fetch("SELECT * FROM nope"))
    await complaint(c.fetch("SELECT nope FROM users"))
    await complaint(c.fetch("SELEC 1"))
    await complaint(c.fetch("SELECT * FROM users WHERE id = $1"))
    await complaint(c.execute("UPDATE products SET stock = -1"))
    await complaint(asyncio.gather(c.fetch("SELECT 1"), c.fetch("SELECT 2")))
    await asyncio.sleep(1)
    async with c.transaction():
        print([row["id"] async for row in c.cursor("SELECT id FROM users ORDER BY id")])
    await c.close()
    await complaint(c.fetch("SELECT 1"))
    try:
        c.add_listener("x", print)
    except AttributeError as error:
        print(error)

asyncio.run(main())
`);
      expect(stderr).toBe('');
      expect(stdout.split('\n')).toEqual([
        'UPDATE 2',
        "[<Record name='Monitor' price=Decimal('229.00')>, <Record name='Keyboard' price=Decimal('49.90')>]",
        'duplicate key value violates unique constraint "users_email_key"',
        'DETAIL:  Key (email) already exists. 23505',
        '6',
        'UndefinedTableError relation "nope" does not exist',
        'UndefinedColumnError column "nope" does not exist',
        'PostgresSyntaxError syntax error at or near "SELEC"',
        'InterfaceError the server expects 1 argument for this query, 0 were passed',
        'CheckViolationError new row violates check constraint (stock >= 0)',
        'InterfaceError cannot perform operation: another operation is in progress',
        '[1, 2, 3, 4, 5]',
        'InterfaceError connection is closed',
        "Loopscope's stand-in for asyncpg: its Connection has no 'add_listener'",
        '',
      ]);
    },
    WAIT,
  );

  it(
    'lets one transaction write at a time, while others read what was committed',
    async () => {
      const { stdout, stderr } = await record(`import asyncio, asyncpg

async def buy(name, pause):
    c = await asyncpg.connect(database="shop")
    async with c.transaction():
        stock = await c.fetchval("SELECT stock FROM products WHERE id = 1 FOR UPDATE")
        await asyncio.sleep(pause)
        await c.execute("UPDATE products SET stock = $1 WHERE id = 1", stock - 1)
    print(name, stock)

async def main():
    c = await asyncpg.connect(database="shop")
    both = asyncio.gather(buy("first", 1), buy("second", 0))
    await asyncio.sleep(0.5)
    print("meanwhile", await c.fetchval("SELECT stock FROM products WHERE id = 1"))
    await both
    print("then", await c.fetchval("SELECT stock FROM products WHERE id = 1"))

asyncio.run(main())
`);
      expect(stderr).toBe('');
      expect(stdout).toBe('meanwhile 12\nfirst 12\nsecond 11\nthen 10\n');
    },
    WAIT,
  );
});

describe("aiofiles' stand-in", () => {
  it(
    'opens, writes and reads files, and awaits what of os touches the disk',
    async () => {
      const { stdout, stderr } = await record(`import asyncio, aiofiles, aiofiles.os
from aiofiles import tempfile

async def main():
    async with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/notes.txt"
        async with aiofiles.open(path, "w") as file:
            print(await file.write("one\\ntwo\\n"), file.name == path)
        async with aiofiles.open(path) as file:
            print([line.strip() async for line in file])
            await file.seek(0)
            print(await file.readline(), await file.read(), file.mode)
        file = await aiofiles.open(path, "rb")
        print(await file.readlines())
        await file.close()
        print(await aiofiles.os.path.exists(path), (await aiofiles.os.stat(path)).st_size, await aiofiles.os.listdir(folder))
        await aiofiles.os.remove(path)
        print(await aiofiles.os.path.exists(path))
    try:
        await aiofiles.open("nowhere/x")
    except FileNotFoundError as error:
        print(error)
    try:
        from aiofiles import stdin
    except ImportError as error:
        print(error)

asyncio.run(main())
`);
      expect(stderr).toBe('');
      expect(stdout.split('\n')).toEqual([
        '8 True',
        "['one', 'two']",
        'one',
        ' two',
        ' r',
        "[b'one\\n', b'two\\n']",
        "True 8 ['notes.txt']",
        'False',
        "[Errno 44] No such file or directory: 'nowhere/x'",
        "cannot import name 'stdin' from 'aiofiles' (<Loopscope's stand-ins>/aiofiles/__init__.py)",
        '',
      ]);
    },
    WAIT,
  );
});

describe("uvloop's stand-in", () => {
  it(
    'runs on the loop that is recorded',
    async () => {
      const { stdout, stderr } = await record(`import asyncio, uvloop

async def main():
    await asyncio.sleep(1)
    loop = asyncio.get_running_loop()
    print(loop, type(loop), isinstance(loop, uvloop.Loop), loop.time())

uvloop.run(main())
with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    runner.run(main())
uvloop.install()
asyncio.run(main())
try:
    uvloop.run(main)
except ValueError as error:
    print(str(error).split(" at ")[0])
try:
    uvloop.loop
except AttributeError as error:
    print(error)
`);
      expect(stderr).toBe('');
      const line = "<uvloop.Loop running=True closed=False debug=False> <class 'uvloop.Loop'> True";
      expect(stdout.split('\n')).toEqual([
        `${line} 1.0`,
        `${line} 2.0`,
        `${line} 3.0`,
        'a coroutine was expected, got <function main',
        "Loopscope's stand-in for uvloop has no 'loop'",
        '',
      ]);
    },
    WAIT,
  );
});

describe('stand-ins', () => {
  it(
    "give way to the program's own modules, and show the program nothing of the recorder",
    async () => {
      const { stdout } = await record({
        'main.py': `import aiofiles, sys
print(aiofiles.MINE)
import asyncpg
print([name for name in sys.modules if "loopscope" in name])
try:
    import _loopscope
except ModuleNotFoundError as error:
    print(error)
`,
        'aiofiles.py': 'MINE = "my own"\n',
      });
      expect(stdout).toBe("my own\n[]\nNo module named '_loopscope'\n");
    },
    WAIT,
  );
});
