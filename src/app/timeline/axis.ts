import { nsAtStep, type StepClock } from './stepClock';

/** What a place on the axis stands for: the clock, the number of the step, or a blend of both. */
export type AxisMode = 'hybrid' | 'time' | 'steps';

/** How much of the hybrid axis is shared out by steps; the rest is shared out by the clock. */
const HYBRID_STEP_SHARE = 0.5;
/** One cannot zoom in further than this many steps, or this many nanoseconds where steps take no room. */
const FINEST_STEPS = 4;
const FINEST_NS = 1000;

/**
 * Places of steps on a line from 0 (the first step) to 1 (the last): "positions". In virtual time most steps take no time, so a pure
 * time axis heaps them up, and a pure step axis lies about waiting; the hybrid one gives both their room. A position is a weighted
 * sum of step and clock, so it never falls from step to step, and in between it is linear.
 */
export interface Axis {
  readonly mode: AxisMode;
  readonly clock: StepClock;
  /** The position of a step at which the clock stands at `ns`. Linear, so it turns a length in steps and ns into one on the axis too. */
  at(step: number, ns: number): number;
  /** The position of a step, which may have a fraction. */
  positionOf(step: number): number;
  /** The step, with a fraction, at a position; the first of them where several steps share it. Clamped to the recording. */
  stepAt(position: number): number;
  /** The position at which the clock first stands at `ns`. */
  positionOfNs(ns: number): number;
  /** The clock at a position. */
  nsAt(position: number): number;
  /** The shortest stretch worth looking at. */
  readonly finest: number;
}

/** The share of the axis that goes by steps. Where no time passes at all, a time axis would be a point: it falls back to steps. */
function stepShare(mode: AxisMode, clock: StepClock): number {
  if (clock.duration === 0 || mode === 'steps') return 1;
  return mode === 'time' ? 0 : HYBRID_STEP_SHARE;
}

export function axisOf(mode: AxisMode, clock: StepClock): Axis {
  const share = stepShare(mode, clock);
  const perStep = clock.length === 0 ? 0 : share / clock.length;
  const perNs = clock.duration === 0 ? 0 : (1 - share) / clock.duration;
  const at = (step: number, ns: number): number => step * perStep + ns * perNs;
  const nsOf = (step: number): number => nsAtStep(clock, step);
  const positionOf = (step: number): number => at(step, nsOf(step));
  const stepAt = (position: number): number => {
    if (position <= 0) return 0;
    if (position >= positionOf(clock.length)) return clock.length;
    let low = 0;
    let high = clock.length;
    // The first step that lies at or behind the position.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (positionOf(middle) < position) low = middle + 1;
      else high = middle;
    }
    const behind = positionOf(low);
    const before = low === 0 ? 0 : positionOf(low - 1);
    return behind === before ? low : low - (behind - position) / (behind - before);
  };
  return {
    mode,
    clock,
    at,
    positionOf,
    stepAt,
    positionOfNs: (ns) => at(clock.stepReaching(ns), Math.min(Math.max(ns, 0), clock.duration)),
    nsAt: (position) => nsOf(stepAt(position)),
    finest: share === 0 ? Math.min(1, FINEST_NS * perNs) : Math.min(1, FINEST_STEPS * perStep),
  };
}
