import type { TaskState } from '../../model/world';
import type { Lane } from './lane';
import { nsAtStep, type StepClock } from './stepClock';

/** A span of the recording, in steps with fractions: from < to. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a state took of a stretch, over some tasks. */
export interface Share {
  readonly state: TaskState;
  readonly ns: number;
  readonly steps: number;
  /** Of the time that the tasks were there, from 0 to 1; of the steps, if no time passes. */
  readonly part: number;
}

/** Two ends in any order as a stretch within a recording; null if it is empty. */
export function stretchOf(one: number, other: number, length: number): Stretch | null {
  const within = (step: number) => Math.min(Math.max(step, 0), length);
  const [from, to] = [within(Math.min(one, other)), within(Math.max(one, other))];
  return to > from ? { from, to } : null;
}

/** What share of a stretch each state took for these tasks, the largest first. States that took nothing are left out. */
export function sharesOf(lanes: Iterable<Lane>, clock: StepClock, { from, to }: Stretch): readonly Share[] {
  const sums = new Map<TaskState, { ns: number; steps: number }>();
  const [fromNs, toNs] = [nsAtStep(clock, from), nsAtStep(clock, to)];
  for (const lane of lanes) {
    for (let span = Math.max(0, lane.spanAt(from)); span < lane.count && lane.stepAt(span) < to && !lane.isEnd(span); span++) {
      const isLast = span + 1 === lane.count;
      const steps = Math.min(isLast ? to : lane.stepAt(span + 1), to) - Math.max(lane.stepAt(span), from);
      const ns = Math.min(isLast ? toNs : lane.nsAt(span + 1), toNs) - Math.max(lane.nsAt(span), fromNs);
      const state = lane.stateAt(span);
      if (state === 'idle') continue;
      const sum = sums.get(state);
      if (sum === undefined) sums.set(state, { ns, steps });
      else {
        sum.ns += ns;
        sum.steps += steps;
      }
    }
  }
  const measure = toNs > fromNs ? 'ns' : 'steps';
  const whole = [...sums.values()].reduce((sum, part) => sum + part[measure], 0);
  return [...sums]
    .map(([state, sum]) => ({ state, ...sum, part: whole === 0 ? 0 : sum[measure] / whole }))
    .filter(({ ns, steps }) => ns > 0 || steps > 0)
    .toSorted((a, b) => b.part - a.part || b.steps - a.steps);
}
