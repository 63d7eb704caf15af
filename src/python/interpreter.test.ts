import { describe, expect, it } from 'vitest';
import { DEFAULT_CONDITIONS } from '../model/scenario';
import { record, story } from './record-program.test-support';

const RANDOM = `import asyncio, os, random, secrets, uuid

async def main():
    print(random.random(), os.urandom(4).hex(), uuid.uuid4(), secrets.token_hex(4), hash("text"), id(object()))

asyncio.run(main())
`;

describe('a run', () => {
  it('gives the same bytes for the same program, with another run in between', async () => {
    const first = await record(RANDOM);
    const other = await record('import random\nrandom.seed(7)\nleft_behind = [object() for _ in range(1000)]\nprint(random.random())\n');
    const second = await record(RANDOM);
    expect(second.bytes).toBe(first.bytes);
    expect(other.stdout).not.toBe(first.stdout);
  });

  it('draws other random numbers from another seed', async () => {
    const [zero, one] = [await record(RANDOM), await record(RANDOM, { seed: 1 })];
    expect(one.stdout).not.toBe(zero.stdout);
  });

  it('has clocks that start at the same moment and move only as the program waits', async () => {
    const { stdout, report } = await record(`import asyncio, datetime, time

async def main():
    loop = asyncio.get_running_loop()
    start = time.time(), time.monotonic(), time.perf_counter_ns(), time.process_time(), loop.time()
    for _ in range(1000):
        pass
    assert start == (time.time(), time.monotonic(), time.perf_counter_ns(), time.process_time(), loop.time())
    await asyncio.sleep(0.1 + 0.2)
    time.sleep(3600)
    print(start[1:], time.monotonic(), loop.time(), time.time() - start[0], datetime.datetime.now())

asyncio.run(main())
`);
    expect(stdout).toBe('(0.0, 0, 0.0, 0.0) 3600.3 3600.3 3600.2999999523163 2026-01-01 01:00:00.300000\n');
    expect(report.virtualTime).toBe(3600.3);
  });

  it.each([
    ['time.sleep(-1)', 'ValueError: sleep length must be non-negative'],
    ['time.sleep("1")', "TypeError: 'str' object cannot be interpreted as an integer"],
    ['time.sleep(float("nan"))', 'ValueError: Invalid value NaN (not a number)'],
  ])('refuses %s as python does', async (statement, message) => {
    const { stderr, report } = await record(`import time\n${statement}\n`);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(message);
    expect(stderr).not.toContain('_loopscope');
    expect(report.status).toBe(1);
  });

  it('meets the simulated loop by every door that asyncio has, one after the other', async () => {
    const { stdout, report } = await record(`import asyncio

async def say(text):
    await asyncio.sleep(1)
    print(text)

asyncio.run(say("run"))
with asyncio.Runner() as runner:
    runner.run(say("runner"))
    runner.run(say("runner again"))
loop = asyncio.new_event_loop()
loop.run_until_complete(say("run_until_complete"))
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()
asyncio.SelectorEventLoop().run_until_complete(say("selector"))
print(asyncio.events._get_running_loop())
`);
    expect(stdout).toBe('run\nrunner\nrunner again\nrun_until_complete\nselector\nNone\n');
    expect(report).toMatchObject({ outcome: 'completed', virtualTime: 6 });
  });

  it('looks like CPython’s own loop and nothing else', async () => {
    const { stdout } = await record(`import asyncio, sys

async def main():
    loop = asyncio.get_running_loop()
    print(loop, type(loop).__module__, isinstance(loop, asyncio.BaseEventLoop), isinstance(loop, asyncio.SelectorEventLoop))
    print(type(asyncio.current_task()), type(loop.create_future()), asyncio.Lock(), asyncio.all_tasks() == {asyncio.current_task()})

asyncio.run(main())
for name in ("js", "pyodide", "pyodide_js", "_pyodide_core", "_loopscope"):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error)
print([name for name in sys.modules if "pyodide" in name or "loopscope" in name])
`);
    expect(
      stdout.replace(/0x[0-9a-f]+/, '0x…'),
    ).toBe(`<_UnixSelectorEventLoop running=True closed=False debug=False> asyncio.unix_events True True
<class '_asyncio.Task'> <class '_asyncio.Future'> <asyncio.locks.Lock object at 0x… [unlocked]> True
No module named 'js'
No module named 'pyodide'
No module named 'pyodide_js'
No module named '_pyodide_core'
No module named '_loopscope'
[]
`);
  });

  it('ends with a syntax error as python does, and says where', async () => {
    const { stderr, report } = await record('import asyncio\nasync def main(:\n    pass\n');
    expect(stderr).toBe(`  File "/program/main.py", line 2
    async def main(:
                   ^
SyntaxError: invalid syntax
`);
    expect(report).toMatchObject({ outcome: 'exception', status: 1, text: 'SyntaxError: invalid syntax (line 2)' });
  });

  it('prints a traceback without a frame of its own, and says where the exception was raised', async () => {
    const { stderr, report } = await record(`import asyncio

async def main():
    await asyncio.sleep(1)
    raise ValueError("boom")

asyncio.run(main())
`);
    expect(stderr).toContain('File "/program/main.py", line 7, in <module>');
    expect(stderr).toMatch(/ValueError: boom\n$/);
    expect(stderr).not.toMatch(/loopscope|pyodide/i);
    expect(report).toMatchObject({ outcome: 'exception', status: 1, text: 'ValueError: boom at main.py:5' });
  });

  it.each([
    ['sys.exit()', 0, ''],
    ['sys.exit(7)', 7, ''],
    ['sys.exit("bye")', 1, 'bye\n'],
    ['raise KeyboardInterrupt', 130, 'KeyboardInterrupt\n'],
    ['import os; os._exit(5)', 5, ''],
  ])('leaves with the exit status of %s', async (statement, status, lastLine) => {
    const { stderr, report } = await record(`import asyncio, sys

async def main():
    ${statement}

asyncio.run(main())
`);
    expect(report.status).toBe(status);
    expect(stderr.endsWith(lastLine)).toBe(true);
  });

  it('keeps an uncaught exception to the end, with what its frames hold', async () => {
    const { stdout, stderr } = await record(`import atexit, sys

class Held:
    def __del__(self):
        print("gone")

async def forgotten():
    pass

def main():
    held, coroutine = Held(), forgotten()
    raise ValueError("boom")

atexit.register(lambda: print(repr(sys.last_exc), sys.last_value is sys.last_exc, sys.last_type, sys.last_traceback.tb_lineno))
main()
`);
    expect(stdout).toBe("ValueError('boom') True <class 'ValueError'> 15\ngone\n");
    expect(stderr).toMatch(/\nValueError: boom\n<sys>:0: RuntimeWarning: coroutine 'forgotten' was never awaited\n$/);
  });

  it('prints warnings and lost exceptions when python would', async () => {
    const { stderr } = await record(`import asyncio

async def lost():
    raise RuntimeError("nobody looks")

async def main():
    asyncio.create_task(lost())
    lost()
    await asyncio.sleep(0)
    await asyncio.sleep(0)

asyncio.run(main())
`);
    expect(stderr).toContain("/program/main.py:8: RuntimeWarning: coroutine 'lost' was never awaited");
    expect(stderr).toContain('Task exception was never retrieved');
    expect(stderr).toContain('RuntimeError: nobody looks');
  });

  it('warns of what is never awaited at the end as CPython does while it clears its modules', async () => {
    const { stderr } = await record('async def lost(): pass\n\nnever = lost()\n');
    expect(stderr).toBe("<sys>:0: RuntimeWarning: coroutine 'lost' was never awaited\n");
  });

  it('calls it a deadlock when nothing can run again, and names who waits where', async () => {
    const { report, stdout } = await record(`import asyncio

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        await lock.acquire()
    finally:
        print("python would never get here")

asyncio.run(main())
`);
    expect(report).toMatchObject({ outcome: 'deadlock', status: 3, text: 'nothing can run again: Task-1 (main) waits at main.py:7' });
    expect(stdout).toBe('');
  });

  it('knows no deadlock while a timer is left', async () => {
    const { report } = await record(`import asyncio

async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(5, event.set)
    await event.wait()

asyncio.run(main())
`);
    expect(report).toMatchObject({ outcome: 'completed', virtualTime: 5 });
  });

  const budgets = DEFAULT_CONDITIONS.budgets;
  it.each([
    ['events', { ...budgets, events: 1500 }, 'the budget of 1,500 events is used up at main.py:'],
    ['virtual time', { ...budgets, virtualSeconds: 3 }, 'the budget of 3 s of virtual time is used up at main.py:'],
    ['output', { ...budgets, outputCharacters: 20 }, 'the budget of 20 characters of output is used up at main.py:'],
  ])('ends at the budget of %s and keeps what was recorded', async (_, limited, text) => {
    const program = `import asyncio

async def main():
    while True:
        print("tick")
        await asyncio.sleep(1)

asyncio.run(main())
`;
    const { report, recording } = await record(program, { budgets: limited });
    expect(report).toMatchObject({ outcome: 'budget', status: 4 });
    expect(report.text.startsWith(text)).toBe(true);
    expect(recording.event(recording.length - 1).type).toBe('end');
    expect(recording.length).toBeLessThanOrEqual(limited.events);
  });

  it('lets time pass for a program that waits by looking at the clock', async () => {
    const { report, stdout } = await record(`import asyncio, time

async def main():
    end = time.monotonic() + 0.05
    while time.monotonic() < end:
        pass
    done = asyncio.Event()
    asyncio.get_running_loop().call_later(0.05, done.set)
    while not done.is_set():
        await asyncio.sleep(0)
    print(f"{time.monotonic():.2f}")

asyncio.run(main())
`);
    expect(stdout).toBe('0.10\n');
    expect(report.outcome).toBe('completed');
  });

  it('ends a loop that never awaits at its budget of events', async () => {
    const { report } = await record('while True:\n    pass\n', { budgets: { ...budgets, events: 10_000 } });
    expect(report).toMatchObject({ outcome: 'budget', steps: 10_000 });
  });

  it('records the loop’s events alone when lines are not wanted, and runs the same', async () => {
    const program = `import asyncio

async def child(queue):
    await queue.put(1)

async def main():
    queue = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(child(queue))
        group.create_task(child(queue))
        await queue.get()

asyncio.run(main())
`;
    const [all, few] = [await record(program), await record(program, { lines: false })];
    expect(story(few, 'line', 'frame', 'local', 'returned')).toEqual([]);
    const kinds = ['turn', 'handle', 'run', 'ran', 'task', 'suspend', 'taskDone', 'acquired', 'itemPut', 'itemGot', 'level'] as const;
    // The line on which a task is suspended is known by the lines that were recorded.
    const withoutSuspendedAt = (line: string) => (line.startsWith('suspend') ? line.replace(/ main.py:\d+$/, '') : line);
    expect(story(few, ...kinds)).toEqual(story(all, ...kinds).map(withoutSuspendedAt));
  });

  it('finds the program’s other files, and reads files of its folder', async () => {
    const { stdout } = await record({
      'main.py': 'from tools.text import shout\nprint(shout("hi"), open("data.txt").read())\n',
      'tools/text.py': 'def shout(text):\n    return text.upper()\n',
      'data.txt': 'from a file',
    });
    expect(stdout).toBe('HI from a file\n');
  });

  it.each([
    ['await asyncio.get_running_loop().start_tls(None, None, None)', 'TLS (start_tls)'],
    ['await asyncio.get_running_loop().sendfile(None, None)', 'sending files (sendfile)'],
    ['await asyncio.create_subprocess_exec("ls")', 'subprocesses (create_subprocess_exec)'],
    ['import os; os.system("ls")', 'subprocesses (os.system)'],
    ['import os; os.popen("ls")', 'subprocesses (os.popen)'],
    ['import os; os.fork()', 'subprocesses (os.fork)'],
    ['import subprocess; subprocess.run(["ls"])', 'subprocesses (subprocess)'],
  ])('says by name that it does not simulate %s', async (statement, what) => {
    const { stderr, report } = await record(`import asyncio\nasync def main():\n    ${statement}\nasyncio.run(main())\n`);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(`NotImplementedError: Loopscope does not simulate ${what} yet`);
    expect(stderr).not.toContain('_loopscope');
    expect(report.status).toBe(1);
  });

  it('runs a loop of the program’s own, a subclass of BaseEventLoop, beside its own', async () => {
    const { stdout } = await record(`import asyncio
from types import SimpleNamespace

class Loop(asyncio.BaseEventLoop):
    now = 0
    def __init__(self):
        super().__init__()
        self._selector = SimpleNamespace(select=self.wait)
    def time(self):
        return self.now
    def wait(self, timeout):
        self.now += timeout or 0
    def _process_events(self, events):
        pass

async def main():
    queue = asyncio.Queue(0.5)
    await queue.put("item")
    await asyncio.sleep(2)
    return queue.full(), asyncio.get_running_loop().time()

print(asyncio.run(main(), loop_factory=Loop), asyncio.run(main()))
`);
    expect(stdout).toBe('(True, 2) (True, 2.0)\n');
  });

  it('leaves the user’s own sys.monitoring tools, task factories and exception handlers in place', async () => {
    const { stdout } = await record(`import asyncio, sys

calls = []
monitoring = sys.monitoring
monitoring.use_tool_id(monitoring.PROFILER_ID, "mine")
monitoring.register_callback(monitoring.PROFILER_ID, monitoring.events.PY_START, lambda code, _: calls.append(code.co_name))
monitoring.set_events(monitoring.PROFILER_ID, monitoring.events.PY_START)

class MyTask(asyncio.Task):
    pass

async def fails():
    raise OSError("gone")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **options: MyTask(coro, loop=loop, **options))
    loop.set_exception_handler(lambda loop, context: print("handled", context["message"]))
    task = loop.create_task(fails())
    print(type(task).__name__)
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)

asyncio.run(main())
print("fails" in calls)
`);
    expect(stdout).toBe('MyTask\nhandled MyTask exception was never retrieved\nTrue\n');
  });
});
