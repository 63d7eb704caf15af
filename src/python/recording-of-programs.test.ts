import { describe, expect, it } from 'vitest';
import { asStep } from '../model/units';
import { worldAt } from '../model/world-at';
import { record, story } from './record-program.test-support';

describe('the recording of a program', () => {
  it('says who created each task, where, and under which name', async () => {
    const recorded = await record(`import asyncio

async def child():
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(child(), asyncio.create_task(child(), name="second"))

asyncio.run(main())
`);
    expect(story(recorded, 'task').slice(0, 3)).toEqual([
      'task 1 Task-1 main main.py:9',
      'task 2 second child main.py:7',
      'task 3 Task-2 child main.py:7',
    ]);
  });

  it('says on what each task waits, and on which of the user’s lines', async () => {
    const recorded = await record(`import asyncio

async def waits(event, queue, lock):
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    await event.wait()
    await queue.get()
    async with lock:
        pass

async def main():
    event, queue, lock = asyncio.Event(), asyncio.Queue(), asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waits(event, queue, lock))
    await asyncio.sleep(2)
    event.set()
    await asyncio.sleep(1)
    queue.put_nowait("x")
    await asyncio.sleep(1)
    lock.release()
    await task

asyncio.run(main())
`);
    expect(story(recorded, 'suspend').filter((line) => line.startsWith('suspend 2'))).toEqual([
      'suspend 2 yielded 0 main.py:4',
      'suspend 2 sleep 5 main.py:5',
      'suspend 2 wait 1 main.py:6',
      'suspend 2 get 2 main.py:7',
      'suspend 2 acquire 3 main.py:8',
    ]);
    expect(story(recorded, 'suspend')).toContain('suspend 1 task 2 main.py:21');
  });

  it('knows scopes: who opened them, which tasks they hold, and when they end', async () => {
    const recorded = await record(`import asyncio

async def child():
    await asyncio.sleep(1)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
    try:
        async with asyncio.timeout(0.5):
            await asyncio.gather(child(), child())
    except TimeoutError:
        pass
    await asyncio.wait([asyncio.create_task(child())])
    await asyncio.shield(child())
    for next_done in asyncio.as_completed([child()]):
        await next_done

asyncio.run(main())
`);
    expect(story(recorded, 'scope')).toEqual([
      'scope 1 TaskGroup 1 main.py:7',
      'scope 2 timeout 1 main.py:10',
      'scope 3 gather 1 main.py:11',
      'scope 4 wait 1 main.py:14',
      'scope 5 shield 1 main.py:15',
      'scope 6 as_completed 1 main.py:16',
    ]);
    expect(story(recorded, 'scopeTask')).toEqual([
      'scopeTask 1 2',
      'scopeTask 3 3',
      'scopeTask 3 4',
      'scopeTask 4 5',
      'scopeTask 5 6',
      'scopeTask 6 7',
    ]);
    expect(story(recorded, 'scopeDeadline')).toEqual(['scopeDeadline 2 0 1500000000']);
    expect(story(recorded, 'scopeEnd')).toEqual(
      expect.arrayContaining([
        'scopeEnd 1 result',
        'scopeEnd 2 cancelled',
        'scopeEnd 3 cancelled',
        'scopeEnd 4 result',
        'scopeEnd 5 result',
      ]),
    );
    expect(story(recorded, 'suspend').map((line) => line.split(' ')[2])).toEqual(
      expect.arrayContaining(['taskGroup', 'gather', 'waitMany', 'shield', 'asCompleted']),
    );
  });

  it('names resources as the user named them', async () => {
    const recorded = await record(`import asyncio
from dataclasses import dataclass, field

class Account:
    def __init__(self):
        self.lock = asyncio.Lock()

sem = asyncio.Semaphore(3)
queues = [asyncio.Queue() for _ in range(2)]
table = {"left": asyncio.Lock(), "right": asyncio.Lock()}
first, second = asyncio.Event(), asyncio.Event()
Account(); Account()
use = lambda thing: thing
use(asyncio.Barrier(2))
ready: asyncio.Condition = asyncio.Condition()

@dataclass
class Shelf:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

class Limit(asyncio.Semaphore):
    def __init__(self):
        super().__init__(4)

shelf = Shelf()
limit = Limit()
`);
    expect(story(recorded, 'resource').map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
      'Semaphore sem',
      'Queue queues[0]',
      'Queue queues[1]',
      "Lock table['left']",
      "Lock table['right']",
      'Event first',
      'Event second',
      'Lock self.lock',
      'Lock self.lock-2',
      'Barrier Barrier-1',
      'Lock ready._lock',
      'Condition ready',
      'Lock Lock-1',
      'Semaphore Semaphore-1',
    ]);
  });

  it('follows permits, holders and items', async () => {
    const recorded = await record(`import asyncio

async def main():
    sem = asyncio.Semaphore(2)
    queue = asyncio.PriorityQueue()
    async with sem:
        for item in (3, 1, 2):
            queue.put_nowait(item)
        print(queue.get_nowait())
        queue.task_done()

asyncio.run(main())
`);
    expect(story(recorded, 'acquired', 'released')).toEqual(['acquired 1 1', 'released 1 1']);
    expect(story(recorded, 'itemPut', 'itemGot')).toEqual(['itemPut 2 1 3 0', 'itemPut 2 2 1 0', 'itemPut 2 3 2 1', 'itemGot 2 2']);
    expect(story(recorded, 'level')).toEqual([
      'level 1 2 2 0',
      'level 2 0 0 0',
      'level 1 1 2 0',
      'level 2 1 0 1',
      'level 2 2 0 2',
      'level 2 3 0 3',
      'level 2 2 0 3',
      'level 2 2 0 2',
      'level 1 2 2 0',
    ]);
  });

  it('sees the permit that a task gives back which is cancelled with it at hand', async () => {
    const recorded = await record(`import asyncio

async def main():
    sem = asyncio.Semaphore(1)
    await sem.acquire()
    waiting = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    sem.release()
    waiting.cancel()
    await asyncio.wait([waiting])
    print(sem)

asyncio.run(main())
`);
    expect(recorded.stdout).toContain('unlocked, value:1');
    expect(story(recorded, 'level')).toEqual(['level 1 1 1 0', 'level 1 0 1 0', 'level 1 1 1 0']);
    expect(story(recorded, 'local').filter((line) => line.includes('Semaphore'))).toEqual([
      'local 2 sem Semaphore(1)',
      'local 2 sem Semaphore(0)',
      'local 2 sem Semaphore(1)',
    ]);
  });

  it('says who asked for a cancellation and where, at the moment of asking', async () => {
    const recorded = await record(`import asyncio

async def sleeper():
    await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(sleeper())
    outer = asyncio.create_task(asyncio.wait_for(sleeper(), 1))
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await outer
    except TimeoutError:
        print("late")

asyncio.run(main())
`);
    expect(story(recorded, 'cancelRequested', 'taskDone', 'output').slice(0, 6)).toEqual([
      'cancelRequested 2  main.py:10',
      'taskDone 2 cancelled',
      'cancelRequested 3',
      'taskDone 3 exception TimeoutError()',
      'output 1 late',
      'taskDone 1 result None',
    ]);
  });

  it('shows lines, calls and changed variables of the user’s files alone', async () => {
    const recorded = await record({
      'main.py': `import asyncio
import helper

async def main():
    total = helper.double(4)
    total += 1
    await asyncio.sleep(0)

asyncio.run(main())
`,
      'helper.py': `def double(number):
    result = number * 2
    return result
`,
    });
    const lines = story(recorded, 'frame', 'line', 'local', 'returned');
    const start = lines.indexOf('frame 3 0 main main.py');
    expect(lines.slice(start)).toEqual([
      'frame 3 0 main main.py',
      'line 3 5',
      'frame 4 3 double helper.py',
      'local 4 number 4',
      'line 4 2',
      'local 4 result 8',
      'line 4 3',
      'returned 4 result',
      'local 3 total 8',
      'line 3 6',
      'local 3 total 9',
      'line 3 7',
      'returned 3 result',
      'returned 1 result',
    ]);
  });

  it('finds no lines in empty files', async () => {
    const files = { 'main.py': 'import package.later\n', 'package/__init__.py': '', 'package/later.py': '# nothing yet\n' };
    expect(story(await record(files), 'line')).toHaveLength(1);
    expect(story(await record(''), 'line')).toEqual([]);
  });

  it('summarises values without running any of the user’s code', async () => {
    const recorded = await record(`class Loud:
    def __init__(self):
        self.size = 3
    def __repr__(self):
        print("repr was called")
        return "loud"
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)
    @property
    def value(self):
        print("property was read")
    def __eq__(self, other):
        print("compared")
        return True
    def __hash__(self):
        print("hashed")
        return 1

loud = Loud()
many = [loud, {"key": loud}]
done = True
`);
    expect(recorded.stdout).toBe('');
    expect(story(recorded, 'local')).toContain('local 1 loud Loud(size=3)');
  });

  it('records exceptions that were raised, and whom a condition notified', async () => {
    const recorded = await record(`import asyncio

async def numbers():
    yield 1

async def main():
    condition = asyncio.Condition()
    async for _ in numbers():
        pass
    async with condition:
        condition.notify(2)
        condition.notify_all()
    try:
        fail()
    except IndexError:
        pass

def fail():
    try:
        [][0]
    finally:
        print("leaves")

asyncio.run(main())
`);
    expect(story(recorded, 'returned').filter((line) => line.endsWith('exception'))).toHaveLength(1);
    expect(story(recorded, 'notified')).toEqual(['notified 2 2', 'notified 2 -1']);
    expect(story(recorded, 'raised').filter((line) => line.includes('Iteration') && !line.includes('Async'))).toEqual([]);
    expect(story(recorded, 'raised').some((line) => line.includes('IndexError'))).toBe(true);
  });

  it('tells what time the loop was held', async () => {
    const recorded = await record(`import asyncio, time

async def main():
    time.sleep(0.25)
    await asyncio.sleep(0.5)

asyncio.run(main())
`);
    expect(story(recorded, 'clock')).toEqual(['clock 0 250000000 blocked', 'clock 0 750000000 idle']);
  });

  it('makes worlds that agree with what the program itself sees', async () => {
    const recorded = await record(`import asyncio

sem = asyncio.Semaphore(1)

async def work(number):
    async with sem:
        await asyncio.sleep(1)

async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(work(number))

asyncio.run(main())
`);
    const { index, recording } = recorded;
    for (let step = 0; step <= recording.length; step++) {
      const world = worldAt(index, asStep(step));
      const sem = world.resources.find((resource) => resource.name === 'sem');
      if (sem === undefined) continue;
      expect(sem.holders.length).toBeLessThanOrEqual(1);
      const waiting = world.tasks.filter((task) => task.wait?.reason === 'acquire').map((task) => task.task);
      expect(sem.waiters.map((waiter) => waiter.task).filter((task) => waiting.includes(task))).toEqual(waiting);
    }
    const last = worldAt(index, asStep(recording.length));
    expect(last.tasks.every((task) => task.state === 'done')).toBe(true);
  });
});
