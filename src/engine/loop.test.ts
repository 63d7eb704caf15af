import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHandleId, asNanoseconds } from '../model/units';
import { Clock } from './clock';
import { LoopEngine, type Turn } from './loop';
import type { Policy } from './policy';

/** What a program may ask of its loop, one thing after another. */
type Request =
  | { readonly do: 'soon' }
  | { readonly do: 'at'; readonly in: number }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'block'; readonly for: number }
  | { readonly do: 'turn'; readonly stopping: boolean };

const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ do: fc.constant('soon' as const) }),
  fc.record({ do: fc.constant('at' as const), in: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ do: fc.constant('cancel' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('block' as const), for: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ do: fc.constant('turn' as const), stopping: fc.boolean() }),
);

/** `BaseEventLoop._run_once` told as plainly as possible: one list of ready handles, one of timers, sorted when asked. */
class SlowLoop {
  now = 0;
  private ready: number[] = [];
  private timers: { readonly handle: number; readonly when: number; readonly order: number }[] = [];
  private created = 0;

  soon(handle: number): void {
    this.ready.push(handle);
  }

  at(handle: number, when: number): void {
    this.timers.push({ handle, when, order: this.created++ });
  }

  cancel(handle: number): void {
    this.timers = this.timers.filter((timer) => timer.handle !== handle);
  }

  turn(stopping: boolean): readonly number[] | 'deadlock' {
    this.timers.sort((a, b) => a.when - b.when || a.order - b.order);
    const first = this.timers[0];
    if (this.ready.length === 0 && !stopping) {
      if (first === undefined) return 'deadlock';
      this.now = Math.max(this.now, first.when);
    }
    const due = this.timers.filter((timer) => timer.when <= this.now);
    this.timers = this.timers.filter((timer) => timer.when > this.now);
    const handles = [...this.ready, ...due.map((timer) => timer.handle)];
    this.ready = [];
    return handles;
  }
}

function play(requests: readonly Request[]) {
  const clock = new Clock();
  const loop = new LoopEngine(clock);
  const slow = new SlowLoop();
  const turns: {
    readonly fast: readonly number[] | 'deadlock';
    readonly slow: readonly number[] | 'deadlock';
    readonly clocks: readonly number[];
  }[] = [];
  let handles = 0;
  for (const asked of requests) {
    switch (asked.do) {
      case 'soon':
        handles += 1;
        loop.callSoon(asHandleId(handles));
        slow.soon(handles);
        break;
      case 'at':
        handles += 1;
        loop.callAt(asHandleId(handles), asNanoseconds(clock.now + asked.in));
        slow.at(handles, slow.now + asked.in);
        break;
      case 'cancel':
        loop.cancel(asHandleId(asked.which));
        slow.cancel(asked.which);
        break;
      case 'block':
        clock.advanceBy(asNanoseconds(asked.for));
        slow.now += asked.for;
        break;
      case 'turn': {
        const turn = loop.beginTurn(asked.stopping, 0);
        const expected = slow.turn(asked.stopping);
        turns.push({ fast: turn.kind === 'run' ? turn.handles : 'deadlock', slow: expected, clocks: [clock.now, slow.now] });
        break;
      }
    }
  }
  return turns;
}

const handlesOf = (turn: Turn): readonly number[] => (turn.kind === 'run' ? turn.handles : []);

describe('the loop engine', () => {
  it('runs what a plain model of _run_once runs, at the same times, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
        for (const { fast, slow, clocks } of play(requests)) {
          expect(fast).toEqual(slow);
          expect(clocks[0]).toBe(clocks[1]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('runs what call_soon queued first in, first out, and what that schedules in the next turn', () => {
    const loop = new LoopEngine(new Clock());
    for (const handle of [1, 2, 3]) loop.callSoon(asHandleId(handle));
    expect(handlesOf(loop.beginTurn(false, 0))).toEqual([1, 2, 3]);
    loop.callSoon(asHandleId(4));
    expect(handlesOf(loop.beginTurn(false, 0))).toEqual([4]);
  });

  it('fires equal deadlines in order of creation, and lets 0.1 + 0.2 meet 0.3', () => {
    const clock = new Clock();
    const loop = new LoopEngine(clock);
    const nanoseconds = (seconds: number) => asNanoseconds(Math.round(seconds * 1e9));
    loop.callAt(asHandleId(1), nanoseconds(0.1 + 0.2));
    loop.callAt(asHandleId(2), nanoseconds(0.3));
    expect(handlesOf(loop.beginTurn(false, 0))).toEqual([1, 2]);
    expect(clock.now).toBe(300_000_000);
  });

  it('puts due timers behind what was ready before', () => {
    const clock = new Clock();
    const loop = new LoopEngine(clock);
    loop.callAt(asHandleId(1), asNanoseconds(5));
    clock.advanceBy(asNanoseconds(7));
    loop.callSoon(asHandleId(2));
    const turn = loop.beginTurn(false, 0);
    expect(turn).toMatchObject({ kind: 'run', advanced: false, due: [1], handles: [2, 1] });
  });

  it('moves the clock only when nothing is ready', () => {
    const clock = new Clock();
    const loop = new LoopEngine(clock);
    loop.callAt(asHandleId(1), asNanoseconds(1000));
    loop.callSoon(asHandleId(2));
    loop.beginTurn(false, 0);
    expect(clock.now).toBe(0);
    expect(loop.beginTurn(false, 0)).toMatchObject({ kind: 'run', advanced: true, handles: [1] });
    expect(clock.now).toBe(1000);
  });

  it('calls it a deadlock when nothing is ready and every timer was cancelled', () => {
    const loop = new LoopEngine(new Clock());
    loop.callAt(asHandleId(1), asNanoseconds(10));
    loop.cancel(asHandleId(1));
    expect(loop.beginTurn(false, 0)).toEqual({ kind: 'deadlock' });
  });

  it('waits for nothing in the last turn of a loop that was told to stop', () => {
    const clock = new Clock();
    const loop = new LoopEngine(clock);
    loop.callAt(asHandleId(1), asNanoseconds(10));
    expect(handlesOf(loop.beginTurn(true, 0))).toEqual([]);
    expect(clock.now).toBe(0);
  });

  it('keeps what an exception kept from running at the head of the queue', () => {
    const loop = new LoopEngine(new Clock());
    for (const handle of [1, 2, 3]) loop.callSoon(asHandleId(handle));
    loop.beginTurn(false, 0);
    loop.callSoon(asHandleId(4));
    expect(handlesOf(loop.beginTurn(false, 2))).toEqual([2, 3, 4]);
  });

  it('tells a closed loop what it still had to run, and forgets it', () => {
    const loop = new LoopEngine(new Clock());
    loop.callAt(asHandleId(2), asNanoseconds(20));
    loop.callAt(asHandleId(1), asNanoseconds(10));
    loop.callSoon(asHandleId(3));
    expect(loop.clear(0)).toEqual({ ready: [3], timers: [1, 2] });
    expect(loop.beginTurn(false, 0)).toEqual({ kind: 'deadlock' });
  });

  it('lets a policy reorder the timers that are due, and nothing else', () => {
    const backwards: Policy = { order: (due) => due.toReversed() };
    const loop = new LoopEngine(new Clock(), backwards);
    loop.callAt(asHandleId(1), asNanoseconds(10));
    loop.callAt(asHandleId(2), asNanoseconds(10));
    loop.callSoon(asHandleId(3));
    loop.callSoon(asHandleId(4));
    expect(handlesOf(loop.beginTurn(false, 0))).toEqual([3, 4]);
    expect(handlesOf(loop.beginTurn(false, 0))).toEqual([2, 1]);
  });
});

describe('a loop that waits by turning', () => {
  it('lets time pass after ten thousand turns without a pause, and not before', () => {
    const clock = new Clock();
    const loop = new LoopEngine(clock);
    for (let turn = 0; turn < 10_000; turn++) {
      loop.callSoon(asHandleId(1));
      loop.beginTurn(false, 0);
    }
    expect(clock.now).toBe(0);
    loop.callSoon(asHandleId(1));
    loop.beginTurn(false, 0);
    expect(clock.now).toBe(1_000_000);
  });

  it('starts to count again whenever the loop has had nothing to do', () => {
    const clock = new Clock();
    const loop = new LoopEngine(clock);
    for (let round = 1; round <= 5; round++) {
      for (let turn = 0; turn < 6_000; turn++) {
        loop.callSoon(asHandleId(1));
        loop.beginTurn(false, 0);
      }
      loop.callAt(asHandleId(2), asNanoseconds(round * 10));
      loop.beginTurn(false, 0);
    }
    expect(clock.now).toBe(50);
  });
});

describe('an interrupt', () => {
  it('begins a turn at its time, though nothing is due, and is told apart from handles', () => {
    const loop = new LoopEngine(new Clock());
    loop.interruptAt(asHandleId(-1), asNanoseconds(5));
    loop.interruptAt(asHandleId(-2), asNanoseconds(7));
    loop.callAt(asHandleId(1), asNanoseconds(9));
    expect(loop.beginTurn(false, 0)).toEqual({ kind: 'run', advanced: true, due: [], handles: [], interrupts: [-1] });
    loop.cancel(asHandleId(-2));
    expect(loop.beginTurn(false, 0)).toEqual({ kind: 'run', advanced: true, due: [1], handles: [1], interrupts: [] });
    loop.interruptAt(asHandleId(-3), asNanoseconds(20));
    expect(loop.clear(0)).toEqual({ ready: [], timers: [] });
  });
});

describe('the clock', () => {
  it('never runs backwards and never leaves the safe integers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: Number.MAX_SAFE_INTEGER })), (moves) => {
        const clock = new Clock();
        for (const move of moves) {
          const before = clock.now;
          clock.advanceBy(asNanoseconds(move));
          expect(clock.now).toBeGreaterThanOrEqual(before);
          expect(Number.isSafeInteger(clock.now)).toBe(true);
        }
      }),
    );
  });
});
