import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { clockAt } from '../../model/world-at';

/** The virtual clock of a recording, read both ways. Times are in nanoseconds; the clock never goes back. */
export interface StepClock {
  /** The number of events: steps go from 0 to this. */
  readonly length: number;
  /** The clock at the last step. */
  readonly duration: number;
  /** The clock at a step, an integer from 0 to `length`. */
  nsAt(step: number): number;
  /**
   * The first moment at which the clock stands at `ns`, as a step with a fraction: the clock moves while one event happens, from
   * one step to the next. Times before the start give 0, times after the end `length`.
   */
  stepReaching(ns: number): number;
}

/** The clock at a step that may have a fraction: it moves evenly while one event happens. */
export function nsAtStep(clock: StepClock, step: number): number {
  const whole = Math.floor(step);
  const before = clock.nsAt(whole);
  return whole === step ? before : before + (step - whole) * (clock.nsAt(whole + 1) - before);
}

/** The clock of the first `length` events of an indexed recording. */
export function recordedClock(index: RecordingIndex, length: number): StepClock {
  const nsAt = (step: number): number => clockAt(index, asStep(step));
  const timeOfChange = (n: number): number => index.recording.timeAt(index.clocks.at(n), 0);
  const changes = index.clocks.countBelow(length);
  return {
    length,
    duration: nsAt(length),
    nsAt,
    stepReaching: (ns) => {
      if (ns <= 0) return 0;
      let low = 0;
      let high = changes;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (timeOfChange(middle) < ns) low = middle + 1;
        else high = middle;
      }
      if (low === changes) return length;
      const before = low === 0 ? 0 : timeOfChange(low - 1);
      return index.clocks.at(low) + (ns - before) / (timeOfChange(low) - before);
    },
  };
}
