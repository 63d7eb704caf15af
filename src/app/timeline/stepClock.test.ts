import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { recordedClock } from './stepClock';
import { clockOf } from './stepClock.test-support';

/** A recording whose events take these times: an output where one takes none, else a movement of the clock. */
function recordingOf(durations: readonly number[]) {
  let now = 0;
  const events = durations.map((duration) => {
    now += duration;
    return duration === 0 ? 'output 1 x' : `clock ${now}ns idle`;
  });
  return draw(events.join('\n'));
}

test('the clock of a recording equals the sum of what its events took, at every step and time', () => {
  const someDurations = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5e9 })), { maxLength: 20 });
  fc.assert(
    fc.property(someDurations, fc.nat(60), (durations, percent) => {
      const model = clockOf(...durations);
      const clock = recordedClock(new RecordingIndex(recordingOf(durations)), durations.length);
      expect(clock.duration).toBe(model.duration);
      for (let step = 0; step <= durations.length; step++) expect(clock.nsAt(step)).toBe(model.nsAt(step));
      const ns = Math.floor((model.duration * percent) / 50);
      expect(clock.stepReaching(ns)).toBeCloseTo(model.stepReaching(ns), 9);
    }),
  );
});

test('a clock of the first events knows nothing of those after', () => {
  const index = new RecordingIndex(recordingOf([0, 5, 0, 7]));
  expect(recordedClock(index, 3)).toMatchObject({ length: 3, duration: 5 });
  expect(recordedClock(index, 3).stepReaching(6)).toBe(3);
});
