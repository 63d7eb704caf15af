import { describe, expect, it } from 'vitest';
import type { Interrupt } from '../model/interrupt';
import { interruptAt } from '../model/interrupt-at';
import { asStep } from '../model/units';
import { EVENT_KINDS } from '../model/vocabulary';
import { type Recorded, record, story } from './record-program.test-support';

const at = (seconds: number): Interrupt => ({ seconds, turns: 0, lines: 0, events: 0 });

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
          { seconds: 0, turns: 0, lines: 21, events: 0 },
          { seconds: 0, turns: 2, lines: 0, events: 0 },
          { seconds: 0, turns: 0, lines: 37, events: 0 },
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

  const asks = `import asyncio

async def main():
    print("one"); print("two")
    try:
        name = input("name? ")
        await asyncio.sleep(0)
        print("never", name)
    finally:
        print("cleans up")

asyncio.run(main())
`;
  /** Ctrl+C at the step after the first event that tells this, or at the recording's end. */
  const momentAfter = (run: Recorded, event?: string): Interrupt =>
    interruptAt(run.index, asStep(event === undefined ? run.recording.length : story(run, ...EVENT_KINDS).indexOf(event) + 1));
  const storyBefore = (run: Recorded, { events }: Interrupt) => story(run, ...EVENT_KINDS).slice(0, events);

  it('of Ctrl+C in the middle of a line, or while it asks for input, leaves all that was before', async () => {
    const plain = await record(asks);
    const early = momentAfter(plain, 'output 1 one');
    const line = await record(asks, { interrupts: [early] });
    expect(storyBefore(line, early)).toEqual(storyBefore(plain, early));
    expect(story(line, 'output', 'signal')).toEqual(['output 1 one', 'signal 2', 'output 1 two', 'output 1 name?']);

    const first = momentAfter(plain);
    const still = await record(asks, { interrupts: [first] });
    expect(storyBefore(still, first)).toEqual(storyBefore(plain, first));
    expect(still.report.outcome).toBe('input');
    expect(story(still, 'signal', 'cancelRequested')).toEqual(['signal 2', 'cancelRequested 1  main.py:6']);

    const second = momentAfter(still);
    const ended = await record(asks, { interrupts: [first, second] });
    expect(storyBefore(ended, second)).toEqual(storyBefore(still, second));
    expect(ended.stdout).toBe('one\ntwo\nname? cleans up\n');
    expect(ended.stderr).toMatch(/ {4}name = input\("name\? "\)\n.* in _on_sigint\n {4}raise KeyboardInterrupt\(\)\nKeyboardInterrupt\n$/);
    expect(ended.report).toMatchObject({ outcome: 'exception', status: 130 });

    const answered = await record(asks, { interrupts: [first], input: { text: 'Ada\n', ended: false } });
    expect(story(answered, 'signal', 'input')).toEqual(['signal 2', 'input Ada']);
    expect(answered.stdout).toBe(ended.stdout);
    expect(answered.stderr).toContain('asyncio.exceptions.CancelledError\n\nDuring');
  });
});
