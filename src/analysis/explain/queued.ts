import type { RecordingIndex } from '../../model/index/recording-index';
import { formatSeconds, type Nanoseconds, type Step } from '../../model/units';
import { handleLabel, timeOfHandle } from '../../model/views/handles';
import { KIND } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import { purposeOf, SLEEP_CALLBACK, TIMEOUT_CALLBACK } from './callbacks';
import { taskName } from './names';
import { code, count, listed, type Phrase, say } from './phrase';

/** What a handle is, as one would point at it: "fetch-1", "the timer of fetch-1", "the timeout of main", "the callback say". */
export function queuedThing(index: RecordingIndex, handle: number): Phrase {
  const task = index.handles.steppedTask(handle);
  if (task !== 0) return [taskName(index, task)];
  const owner = timerOwner(index, handle);
  const label = handleLabel(index, handle);
  if (label === TIMEOUT_CALLBACK) return owner === 0 ? say`a timeout` : say`the timeout of ${taskName(index, owner)}`;
  if (owner !== 0) return say`the timer of ${taskName(index, owner)}`;
  if (label === SLEEP_CALLBACK) return say`the timer of a sleep`;
  return purposeOf(label) === null ? say`the callback ${code(label)}` : say`a callback that ${purposeOf(label) ?? ''}`;
}

/** The task that set a timer for itself: to end its sleep, a timeout, or another wait with a limit. 0 for everything else. */
export function timerOwner({ recording, handles, running }: RecordingIndex, handle: number): number {
  const creation = handles.creation(handle);
  if (recording.kindAt(creation) !== KIND.timer) return 0;
  return purposeOf(recording.string(recording.fieldAt(creation, 3))) === null ? 0 : running.taskAt(creation);
}

/** Several timers: "the timers of a and b, and the callback say". */
export function timersNamed(index: RecordingIndex, timers: readonly number[]): Phrase {
  return listed(timers.map((timer) => queuedThing(index, timer)));
}

/** The timers at a step that are due by a time, in the order in which they will be run. */
export function timersDueBy(index: RecordingIndex, step: Step, time: Nanoseconds): readonly number[] {
  const when = (timer: number) => timeOfHandle(index, timer) ?? 0;
  return index.handles
    .timersAt(step)
    .filter((timer) => when(timer) <= time)
    .sort((one, other) => when(one) - when(other) || one - other);
}

/** Who is in the ready queue before the last one in it: ", behind a and b", ", where it is the first in line". */
export function placeInLine(index: RecordingIndex, step: Step): Phrase {
  const ahead = index.handles.readyAt(step).slice(0, -1);
  if (ahead.length === 0) return say`, where it is first in line`;
  if (ahead.length > 2) return say`, behind ${count(ahead.length, 'other')}`;
  return say`, behind ${listed(ahead.map((handle) => queuedThing(index, handle)))}`;
}

/** What the loop does next, after a handle has run. */
export function whatIsNext(index: RecordingIndex, step: Step): Phrase {
  const { recording } = index;
  if (step < recording.length && recording.kindAt(step) === KIND.loopStop) return say`Now the loop stops.`;
  const [first] = index.handles.readyAt(step);
  if (first !== undefined) return say`Next in line is ${queuedThing(index, first)}.`;
  const times = index.handles.timersAt(step).map((timer) => timeOfHandle(index, timer) ?? clockAt(index, step));
  if (times.length === 0) return say`Nothing is ready, and no timer is set.`;
  return say`Nothing is ready now; the next timer is due at ${formatSeconds(times.reduce((one, other) => (other < one ? other : one)))}.`;
}
