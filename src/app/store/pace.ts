import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, type Step } from '../../model/units';
import { clockAt } from '../../model/world-at';

/**
 * How Play passes through a recording. By steps: so many stops a second. By time: so many seconds of virtual time a
 * second. Or the whole recording in five seconds.
 */
export interface Pace {
  readonly by: 'steps' | 'time';
  readonly speed: number | 'whole';
}

/** How long the whole lasts, in milliseconds. */
const WHOLE = 5000;

/**
 * By time, most stops take no time at all and some sleep for an hour. Each is on screen for at least the first of these,
 * so that it is seen, and no wait lasts longer than the second. In milliseconds.
 */
const SHORTEST = 50;
const LONGEST = 2000;

/**
 * How many milliseconds one stands at the stop `from` before one moves on to `to`. The whole in five seconds is shared out
 * by steps; by time, half of it by steps and half by the clock, as the timeline's axis is.
 */
export function dwell(index: RecordingIndex, from: Step, to: Step, { by, speed }: Pace): number {
  if (by === 'steps') return speed === 'whole' ? WHOLE * stepShare(index, from, to) : 1000 / speed;
  if (speed === 'whole') return (WHOLE * (stepShare(index, from, to) + timeShare(index, from, to))) / 2;
  const passes = (clockAt(index, to) - clockAt(index, from)) / 1e6;
  return Math.min(Math.max(passes / speed, SHORTEST), LONGEST);
}

const stepShare = ({ length }: RecordingIndex, from: Step, to: Step): number => (to - from) / length;

function timeShare(index: RecordingIndex, from: Step, to: Step): number {
  const whole = clockAt(index, asStep(index.length));
  return whole === 0 ? stepShare(index, from, to) : (clockAt(index, to) - clockAt(index, from)) / whole;
}
