import type { RecordingIndex } from './index/recording-index';
import type { Interrupt } from './interrupt';
import type { Step } from './units';
import { clockAt, endAt } from './world-at';

/** The moment that a step of a recording is: Ctrl+C pressed then changes nothing of what came before it, but for the recording's end. */
export const interruptAt = (index: RecordingIndex, step: Step): Interrupt => ({
  seconds: clockAt(index, step) / 1e9,
  turns: index.turns.countBelow(step),
  lines: index.lines.countBelow(step),
  events: endAt(index, step) === null ? step : step - 1,
});

/** Interrupts in the order in which they arrive. */
export const inOrder = (interrupts: readonly Interrupt[]): readonly Interrupt[] =>
  [...interrupts].sort((a, b) => a.seconds - b.seconds || a.turns - b.turns || a.lines - b.lines || a.events - b.events);
