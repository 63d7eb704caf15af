import type { RecordingIndex } from '../../model/index/recording-index';
import type { Axis } from './axis';
import type { Lanes } from './spans';

/** One column of the overview: how many tasks were alive where it begins, and whether one of them held the loop up in it. */
interface CensusColumn {
  readonly alive: number;
  readonly heldUp: boolean;
}

/** The steps at which tasks ended, in ascending order. */
export function endSteps(lanes: Lanes): Int32Array {
  const ends: number[] = [];
  for (const lane of lanes.of(null)) {
    if (lane.count > 0 && lane.isEnd(lane.count - 1)) ends.push(lane.stepAt(lane.count - 1));
  }
  return Int32Array.from(ends).sort();
}

/** How many of these ascending steps are not behind a step. */
function reached(steps: Int32Array, step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The whole recording in a number of columns of equal width. The work grows with their number, not with that of the events. */
export function census(index: RecordingIndex, ends: Int32Array, axis: Axis, columns: number): readonly CensusColumn[] {
  const steps = Array.from({ length: columns + 1 }, (_, column) => axis.stepAt(column / columns));
  return steps.slice(0, columns).map((from, column) => {
    const to = steps[column + 1] ?? from;
    return {
      alive: index.tasks.countAt(Math.floor(from)) - reached(ends, Math.floor(from)),
      heldUp: index.holdUps.countBelow(Math.ceil(to)) > index.holdUps.countBelow(Math.floor(from)),
    };
  });
}
