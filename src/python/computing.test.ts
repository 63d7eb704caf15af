import { describe, expect, it } from 'vitest';
import { asStep } from '../model/units';
import { worldAt } from '../model/world-at';
import { record, story } from './record-program.test-support';

const PROGRAM = `import asyncio, time

def rounds(count):
    total = 0
    for number in range(count):
        total += number
    return total

def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

def measured(what, work):
    start = time.perf_counter_ns()
    work()
    print(what, (time.perf_counter_ns() - start) // 1_000_000, "ms")

async def tick():
    for _ in range(3):
        await asyncio.sleep(0.5)
        print(f"tick {time.monotonic():.3f}")

async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.495)
    measured("few rounds", lambda: rounds(100))
    measured("sum", lambda: sum(range(100_000)))
    await asyncio.sleep(0)
    rows = list(range(2_000))
    measured("sort", lambda: (rows.reverse(), rows.sort(), sorted(rows)))
    measured("append", lambda: [rows.append(0) for _ in range(100)])
    await ticking

start = time.monotonic()
asyncio.run(main())
print(f"{time.monotonic() - start:.3f}")
measured("calls", lambda: fibonacci(14))
for count in (1_000, 6_000):
    measured("rounds", lambda: rounds(count))
`;

/** A slow machine, so that a short program computes for long. */
const SLOW = { lines: false, lineCost: 5_000 };

describe('time that computing takes', () => {
  const slow = record(PROGRAM, SLOW);

  it('is the same whether lines are recorded or not, and follows from loops, calls and what calls of C go through', async () => {
    const few = await slow;
    const all = await record(PROGRAM, { ...SLOW, lines: true });
    expect(few.stdout).toBe(all.stdout);
    expect(story(few, 'clock')).toEqual(story(all, 'clock'));
    expect(few.stdout).toContain('few rounds 0 ms\nsum 250 ms\nsort ');
    expect(few.stdout).toContain('append 0 ms\n');
    expect(few.stdout).toMatch(/sort \d+0 ms\n/);
    expect(few.stdout).toMatch(/calls [1-9]0 ms\nrounds 0 ms\nrounds [1-9]0 ms\n$/);
  });

  it('holds the loop: who computes is blocking where its clock has moved', async () => {
    const { recording, index } = await slow;
    const moved = Array.from({ length: recording.length }, (_, at) => recording.event(at)).findIndex(
      (event) => event.type === 'clock' && event.cause === 'computed',
    );
    expect(worldAt(index, asStep(moved + 1)).tasks.find(({ name }) => name === 'Task-1')?.state).toBe('blocking');
  });

  it('is none for what is soon over, and counting it adds no line and loses none', async () => {
    const [free, counted] = [await record(PROGRAM, { lineCost: 0 }), await record(PROGRAM)];
    expect(counted.bytes).toBe(free.bytes);
    expect(counted.stdout).toContain('sum 0 ms\n');
    expect(counted.stdout).toContain('tick 1.500\n1.500\n');
  });
});
