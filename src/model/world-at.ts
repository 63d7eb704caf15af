import type { RecordingIndex } from './index/recording-index';
import { asNanoseconds, type Nanoseconds, type Step } from './units';
import { readyAt, timersAt } from './views/handles';
import { ioAt } from './views/io';
import { resourcesAt } from './views/resources';
import { runningAt } from './views/running';
import { scopesAt } from './views/scopes';
import { stackAt } from './views/stack';
import { tasksAt } from './views/tasks';
import { threadsAt, worksAt } from './views/threads';
import { KIND, WORDS } from './vocabulary';
import type { World } from './world';

/**
 * Everything the panels show at a step: what the events before it made of the world. "The step of an event", wherever a
 * view names one, is the step right after it. Throws a RangeError for a step outside 0..index.length.
 */
export function worldAt(index: RecordingIndex, step: Step): World {
  if (!Number.isInteger(step) || step < 0 || step > index.length)
    throw new RangeError(`there is no step ${step} from 0 to ${index.length}`);
  return {
    step,
    clock: clockAt(index, step),
    turn: turnAt(index, step),
    running: runningAt(index, step),
    stack: stackAt(index, step),
    ready: readyAt(index, step),
    timers: timersAt(index, step),
    tasks: tasksAt(index, step),
    resources: resourcesAt(index, step),
    scopes: scopesAt(index, step),
    threads: threadsAt(index, step),
    works: worksAt(index, step),
    io: ioAt(index, step),
    outputs: index.outputs.countBelow(step),
    end: endAt(index, step),
  };
}

/** The virtual time at a step. */
export function clockAt({ recording, clocks }: RecordingIndex, step: Step): Nanoseconds {
  const event = clocks.lastBelow(step);
  return event === -1 ? asNanoseconds(0) : recording.timeAt(event, 0);
}

/** The number of the loop turn at a step; 0 before the first. */
function turnAt({ recording, turns }: RecordingIndex, step: Step): number {
  const event = turns.lastBelow(step);
  return event === -1 ? 0 : recording.fieldAt(event, 0);
}

/** How the recording ended, at the step after that; null before. */
export function endAt({ recording }: RecordingIndex, step: Step): World['end'] {
  const event = step - 1;
  if (event < 0 || recording.kindAt(event) !== KIND.end) return null;
  return {
    outcome: WORDS.programOutcome[recording.fieldAt(event, 0)] ?? 'completed',
    status: recording.fieldAt(event, 1),
    text: recording.string(recording.fieldAt(event, 2)),
  };
}
