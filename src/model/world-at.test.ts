import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededDice } from './dice.test-support';
import { RecordingIndex } from './index/recording-index';
import { replay } from './replay.test-support';
import { simulatedRecording, wildRecording } from './simulated-recordings.test-support';
import { asStep } from './units';
import { worldAt } from './world-at';

/** As `toEqual`, which is slow and therefore only asked where the two differ. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

const SIZES = fc.integer({ min: 1, max: 400 });

/** Many worlds are compared, and the machine may be busy. */
const SLOW = { timeout: 60_000 };

describe.each([
  ['a plausible recording', simulatedRecording],
  ['any recording that is valid', wildRecording],
])('the world at a step of %s', (_, make) => {
  it('is what the events before it make of it, replayed one by one', SLOW, () => {
    fc.assert(
      fc.property(fc.integer(), SIZES, (seed, size) => {
        const recording = make(seed, size);
        const index = new RecordingIndex(recording);
        let step = 0;
        for (const world of replay(recording)) expectSame(worldAt(index, asStep(step++)), world);
        expect(step).toBe(recording.length + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same again after having been anywhere else', SLOW, () => {
    fc.assert(
      fc.property(fc.integer(), SIZES, (seed, size) => {
        const recording = make(seed, size);
        const worlds = [...replay(recording)];
        const index = new RecordingIndex(recording);
        const dice = seededDice(seed);
        for (let visit = 0; visit < 100; visit++) {
          const step = asStep(dice(worlds.length));
          expectSame(worldAt(index, step), worlds[step]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('worldAt', () => {
  it('refuses a step that the recording does not have', () => {
    const index = new RecordingIndex(simulatedRecording(1, 100));
    for (const step of [-1, 0.5, index.length + 1, Number.NaN]) expect(() => worldAt(index, asStep(step))).toThrow(RangeError);
  });
});
