import { asTaskId } from '../../model/units';
import type { TaskState } from '../../model/world';
import { Lane } from './lane';
import type { StepClock } from './stepClock';

/** A lane from the steps at which its states begin. */
export function laneOf(clock: StepClock, ...spans: readonly (readonly [step: number, state: TaskState])[]): Lane {
  const lane = new Lane(asTaskId(1));
  for (const [step, state] of spans) lane.append(step, clock.nsAt(step), state);
  return lane;
}
