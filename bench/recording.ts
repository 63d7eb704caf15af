import { DEFAULT_CONDITIONS } from '../src/model/scenario';
import { startInterpreter } from '../src/python/node-python';
import type { Row } from './row';

/** Tasks that sleep, share a semaphore and hand items through a queue: what asyncio programs mostly do. */
const PROGRAM = `
import asyncio

async def worker(number, semaphore, queue):
    for step in range(200):
        async with semaphore:
            await asyncio.sleep(0.001 * (number % 7 + 1))
        await queue.put(number)

async def consumer(queue):
    total = 0
    while True:
        total += await queue.get()
        queue.task_done()

async def main():
    semaphore = asyncio.Semaphore(20)
    queue = asyncio.Queue(maxsize=10)
    drain = asyncio.create_task(consumer(queue))
    async with asyncio.TaskGroup() as group:
        for number in range(50):
            group.create_task(worker(number, semaphore, queue))
    await queue.join()
    drain.cancel()
`;

/** The same on CPython's BaseEventLoop with nothing but a clock that jumps: what the program costs by itself. */
const BARE = `${PROGRAM}
import asyncio.base_events

class BareLoop(asyncio.base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._selector = self

    def select(self, timeout):
        self._now += timeout or 0.0

    def time(self):
        return self._now

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

import asyncio.events
asyncio.events._set_running_loop(None)
loop = BareLoop()
loop.run_until_complete(main())
`;

const ROUNDS = 7;

async function bare(): Promise<number> {
  const interpreter = await startInterpreter();
  const start = performance.now();
  interpreter.prepare((pyodide) => pyodide.runPython(BARE));
  return performance.now() - start;
}

async function recorded(lines: boolean): Promise<number> {
  const interpreter = await startInterpreter();
  const placed = interpreter.place({ files: [{ path: 'main.py', text: `${PROGRAM}\nasyncio.run(main())\n` }] });
  const start = performance.now();
  interpreter.run(placed, { ...DEFAULT_CONDITIONS, lines }, () => {});
  return performance.now() - start;
}

/** What recording costs, as ratios to a bare virtual-time loop in the same Pyodide: of the shortest runs, for what disturbs a run only adds. */
export async function benchRecording(): Promise<Row[]> {
  // The first interpreters of a process run code that V8 has not optimised yet.
  await bare();
  await recorded(true);
  const alone: number[] = [];
  const loopOnly: number[] = [];
  const withLines: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await bare());
    loopOnly.push(await recorded(false));
    withLines.push(await recorded(true));
  }
  return [
    row('recorded run / bare loop, loop events only', Math.min(...loopOnly) / Math.min(...alone), 2),
    row('recorded run / bare loop, with lines and locals', Math.min(...withLines) / Math.min(...alone), 6),
  ];
}

function row(what: string, ratio: number, target: number): Row {
  return { what, figure: `${ratio.toFixed(2)}×`, target: `≤ ${target}×`, ok: ratio <= target };
}
