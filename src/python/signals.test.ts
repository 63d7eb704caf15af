import { describe, expect, it } from 'vitest';
import { record, story } from './record-program.test-support';

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
    const run = await record(patient, { interrupts: [2.5] });
    expect(run.stdout).toBe('cleans up at 2.5\n');
    expect(run.stderr).toContain('asyncio.exceptions.CancelledError\n\nDuring handling');
    expect(run.stderr).toMatch(/raise KeyboardInterrupt\(\)\nKeyboardInterrupt\n$/);
    expect(run.stderr).not.toContain('_loopscope');
    expect(run.report).toMatchObject({ outcome: 'exception', status: 130, virtualTime: 2.5 });
    expect(story(run, 'signal', 'cancelRequested')).toEqual(['signal 2', 'cancelRequested 1']);
  });

  it('of Ctrl+C that comes too late changes nothing', async () => {
    const { report, stderr } = await record(patient, { interrupts: [11] });
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
      { interrupts: [4, 1] },
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
      { interrupts: [4, 5] },
    );
    expect(stdout).toBe('interrupted at 4.0\nignored at 5.0\nslept until 14.0\n');
  });
});
