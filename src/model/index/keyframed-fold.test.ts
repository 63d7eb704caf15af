import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyframedFold } from './keyframed-fold';

/** Even events add themselves to a list, odd ones take its first item away. */
const queue = {
  initial: (): number[] => [],
  copy: (state: number[]): number[] => [...state],
  size: (state: number[]): number => state.length,
  apply: (state: number[], event: number): void => {
    if (event % 2 === 0) state.push(event);
    else state.shift();
  },
};

describe('a fold with keyframes', () => {
  it('is at every step what its events make of the beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 400 }), (gaps) => {
        const fold = new KeyframedFold(queue);
        const events: number[] = [];
        for (const gap of gaps) events.push((events.at(-1) ?? 0) + gap);
        for (const event of events) fold.append(event);
        for (let step = 0; step <= (events.at(-1) ?? 0) + 1; step++) {
          const expected = queue.initial();
          const before = events.filter((event) => event < step);
          for (const event of before) queue.apply(expected, event);
          expect(fold.at(step)).toEqual(expected);
          expect(fold.latestEvent(step)).toBe(before.at(-1) ?? -1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives out copies, which may be changed', () => {
    const fold = new KeyframedFold(queue);
    for (let event = 0; event < 200; event += 2) fold.append(event);
    fold.at(200).length = 0;
    expect(fold.at(200)).toHaveLength(100);
  });

  it('applies few events, however many there are', () => {
    let applied = 0;
    const counting = (state: number[], event: number): void => {
      applied++;
      queue.apply(state, event);
    };
    const fold = new KeyframedFold({ ...queue, apply: counting });
    for (let event = 0; event < 10_000; event++) fold.append(event);
    applied = 0;
    fold.at(9_999);
    expect(applied).toBeLessThanOrEqual(64);
  });

  it('keeps copies that take no more room than the events, however large the state', () => {
    const fold = new KeyframedFold(queue);
    for (let event = 0; event < 20_000; event += 2) fold.append(event);
    expect(fold.byteLength).toBeLessThan(10_000 * 4 * 1.6 + 10_000 * 2 * 8);
  });
});
