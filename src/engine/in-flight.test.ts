import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHandleId, asIoId, asNanoseconds } from '../model/units';
import { Clock } from './clock';
import { InFlight } from './in-flight';
import { LoopEngine } from './loop';
import { fifo } from './policy';

const whens = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 30 });

describe('I/O in flight', () => {
  it('ends by time, in order of beginning among equals, but for what was ended before', () => {
    fc.assert(
      fc.property(whens, fc.array(fc.nat(29)), fc.integer({ min: 0, max: 9 }), (ends, given, now) => {
        const inFlight = new InFlight();
        for (const [position, when] of ends.entries()) inFlight.begin(asIoId(position + 1), asNanoseconds(when));
        for (const position of given) inFlight.end(asIoId(position + 1));
        const left = ends
          .map((when, position) => ({ io: position + 1, when }))
          .filter(({ io }) => !given.includes(io - 1))
          .sort((a, b) => a.when - b.when);
        expect(inFlight.takeEnded(asNanoseconds(now))).toEqual(left.filter(({ when }) => when <= now).map(({ io }) => io));
        expect(inFlight.next()).toBe(left.find(({ when }) => when > now)?.when);
      }),
    );
  });

  const started = () => {
    const clock = new Clock();
    const inFlight = new InFlight();
    const loop = new LoopEngine(clock, fifo, inFlight);
    inFlight.begin(asIoId(1), asNanoseconds(100));
    return { clock, loop };
  };

  it('lets an idle loop wait for it, and not go past a timer', () => {
    const { clock, loop } = started();
    loop.callAt(asHandleId(1), asNanoseconds(50));
    expect(loop.waitForIo(true)).toEqual({ advanced: false, ended: [] });
    loop.beginTurn(false, 0);
    expect(clock.now).toBe(50);
    expect(loop.waitForIo(true)).toEqual({ advanced: true, ended: [1] });
    expect(clock.now).toBe(100);
  });

  it('ends before a timer of the same time comes due, as select answers before timers are looked at', () => {
    const { clock, loop } = started();
    loop.callAt(asHandleId(1), asNanoseconds(100));
    expect(loop.waitForIo(true)).toEqual({ advanced: true, ended: [1] });
    expect(clock.now).toBe(100);
  });

  it('is not waited for while something is ready, and has ended when its time has passed', () => {
    const { clock, loop } = started();
    loop.callSoon(asHandleId(1));
    expect(loop.waitForIo(true)).toEqual({ advanced: false, ended: [] });
    expect(loop.waitForIo(false)).toEqual({ advanced: false, ended: [] });
    clock.advanceBy(asNanoseconds(200));
    expect(loop.waitForIo(false)).toEqual({ advanced: false, ended: [1] });
  });
});
