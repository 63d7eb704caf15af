import { describe, expect, it } from 'vitest';
import type { Interrupt } from '../model/interrupt';
import { record, story } from './record-program.test-support';

const at = (seconds: number): Interrupt => ({ seconds, turns: 0, lines: 0 });

describe('a signal', () => {
  it('that a loop handles runs its handler two turns later, as by way of a self-pipe', async () => {
    const { stdout } = await record(`import asyncio, os, signal

async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "SIGTERM")
    os.kill(os.getpid(), signal.SIGTERM)
    for turn in range(3):
        await asyncio.sleep(0)
        print("turn", turn + 1)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    for sig in ("SIGTERM", 9999, signal.SIGKILL):
        try:
            loop.add_signal_handler(sig, print)
        except Exception as error:
            print(type(error).__name__, error)
    loop.add_signal_handler(signal.SIGINT, loop.stop)

asyncio.run(main())
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
`);
    expect(stdout.split('\n')).toEqual([
      'turn 1',
      'turn 2',
      'SIGTERM',
      'turn 3',
      'True False',
      "TypeError sig must be an int, not 'SIGTERM'",
      'ValueError invalid signal number 9999',
      'RuntimeError sig 9 cannot be caught',
      'True',
      '',
    ]);
  });

  const patient = `import asyncio, time

async def main():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleans up at", time.monotonic())

asyncio.run(main())
`;

  it('of Ctrl+C cancels what asyncio.run runs, which then ends as python does', async () => {
    const run = await record(patient, { interrupts: [at(2.5)] });
    expect(run.stdout).toBe('cleans up at 2.5\n');
    expect(run.stderr).toContain('asyncio.exceptions.CancelledError\n\nDuring handling');
    expect(run.stderr).toMatch(/raise KeyboardInterrupt\(\)\nKeyboardInterrupt\n$/);
    expect(run.stderr).not.toContain('_loopscope');
    expect(run.report).toMatchObject({ outcome: 'exception', status: 130, virtualTime: 2.5 });
    expect(story(run, 'signal', 'cancelRequested')).toEqual(['signal 2', 'cancelRequested 1']);
  });

  it('of Ctrl+C that comes too late changes nothing', async () => {
    const { report, stderr } = await record(patient, { interrupts: [at(11)] });
    expect(report).toMatchObject({ outcome: 'completed', virtualTime: 10 });
    expect(stderr).toBe('');
  });

  it('of Ctrl+C reaches the handler that the loop has for it, and ends what would be a deadlock', async () => {
    const { stdout, report } = await record(
      `import asyncio, signal

async def main():
    pressed = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, pressed.set)
    await pressed.wait()
    print("stops at", loop.time())
    pressed.clear()
    await pressed.wait()
    print("and again at", loop.time())

asyncio.run(main())
`,
      { interrupts: [at(4), at(1)] },
    );
    expect(stdout).toBe('stops at 1.0\nand again at 4.0\n');
    expect(report.outcome).toBe('completed');
  });

  it('of Ctrl+C ends time.sleep, unless its handler returns', async () => {
    const { stdout } = await record(
      `import signal, time

try:
    time.sleep(10)
except KeyboardInterrupt:
    print("interrupted at", time.monotonic())
signal.signal(signal.SIGINT, lambda *_: print("ignored at", time.monotonic()))
time.sleep(10)
print("slept until", time.monotonic())
`,
      { interrupts: [at(4), at(5)] },
    );
    expect(stdout).toBe('interrupted at 4.0\nignored at 5.0\nslept until 14.0\n');
  });

  it('of Ctrl+C reaches code in the middle of a line, and its handler is recorded', async () => {
    const run = await record(
      `import asyncio, signal, traceback

def stop(*args):
    print("handled", args[0])

try:
    while True:
        len("spin")
except KeyboardInterrupt:
    print(traceback.format_exc(), end="")

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(5))
        try:
            for _ in range(3):
                await asyncio.sleep(0)
            print("not reached")
        finally:
            signal.signal(signal.SIGINT, stop)
            total = 0
            for number in range(2):
                total += number

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
`,
      {
        interrupts: [
          { seconds: 0, turns: 0, lines: 21 },
          { seconds: 0, turns: 2, lines: 0 },
          { seconds: 0, turns: 0, lines: 37 },
        ],
      },
    );
    const told = story(run, 'signal', 'line', 'turn', 'cancelRequested');
    expect(told.slice(20, 23)).toEqual(['line 1 8', 'signal 2', 'line 1 9']);
    expect(run.stdout).toBe(
      ['Traceback (most recent call last):', '  File "/program/main.py", line 8, in <module>', '    len("spin")', '    ~~~^^^^^^^^']
        .concat('KeyboardInterrupt', 'handled 2', 'interrupted', '')
        .join('\n'),
    );
    expect(told.slice(told.indexOf('turn 3 1')).slice(0, 3)).toEqual(['turn 3 1', 'signal 2', 'cancelRequested 1']);
    expect(told.slice(told.indexOf('line 2 23'))[1]).toBe('signal 2');
    expect(story(run, 'frame')).toContainEqual(expect.stringMatching(/^frame \d+ 2 stop main.py$/));
  });

  it('of Ctrl+C ends what the main thread waits for while others run, and what would be a deadlock', async () => {
    const { stdout, stderr } = await record(
      `import queue, threading, time

def worker():
    time.sleep(10)
    print("worker ends at", time.monotonic())

def attempt(call):
    try:
        call()
    except KeyboardInterrupt:
        print("interrupted at", time.monotonic())

thread = threading.Thread(target=worker)
thread.start()
attempt(thread.join)
attempt(queue.Queue().get)
attempt(lambda: time.sleep(9))
thread.join()
lock = threading.Lock()
lock.acquire()
attempt(lock.acquire)
lock.release()
print(lock.acquire(timeout=1))
`,
      { interrupts: [at(1), at(2), at(3), at(12)] },
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('interrupted at 1.0\ninterrupted at 2.0\ninterrupted at 3.0\nworker ends at 10.0\ninterrupted at 12.0\nTrue\n');
  });
});
