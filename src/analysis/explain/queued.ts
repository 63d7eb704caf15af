import type { RecordingIndex } from '../../model/index/recording-index';
import { formatSeconds, type Nanoseconds, type Step } from '../../model/units';
import { handleLabel, timeOfHandle } from '../../model/views/handles';
import { KIND, WORDS } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import { knownCallback, TIMEOUT_CALLBACK } from './callbacks';
import { taskName, taskNames } from './names';
import { code, count, listed, type Phrase, say } from './phrase';

/** What a handle is, as one would point at it: "fetch-1", "the timer of fetch-1", "the timeout of main", "the callback say". */
export function queuedThing(index: RecordingIndex, handle: number): Phrase {
  const task = index.handles.steppedTask(handle);
  if (task !== 0) return [taskName(index, task)];
  const owner = timerOwner(index, handle);
  const label = handleLabel(index, handle);
  const known = knownCallback(label);
  if (owner !== 0) return say`the ${label === TIMEOUT_CALLBACK ? 'timeout' : 'timer'} of ${taskName(index, owner)}`;
  return known === undefined ? say`the callback ${code(label)}` : say`a callback of ${known.owner}`;
}

/** The task that set a timer for itself: to end its sleep, a timeout, or another wait with a limit. 0 for everything else. */
export function timerOwner(index: RecordingIndex, handle: number): number {
  const creation = index.handles.creation(handle);
  if (index.recording.kindAt(creation) !== KIND.timer) return 0;
  return knownCallback(handleLabel(index, handle)) === undefined ? 0 : index.running.taskAt(creation);
}

/** Several timers: "the timers of a and b", "the timeout of main and the callback say". */
export function timersNamed(index: RecordingIndex, timers: readonly number[]): Phrase {
  const owners = timers.map((timer) => (handleLabel(index, timer) === TIMEOUT_CALLBACK ? 0 : timerOwner(index, timer)));
  if (timers.length > 1 && !owners.includes(0)) return say`the timers of ${taskNames(index, owners)}`;
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

/** The task that the event right before another one has woken, 0 for none: queues, locks and semaphores wake their waiters first. */
export function wokenJustNow({ recording }: RecordingIndex, event: number): number {
  if (event === 0 || recording.kindAt(event - 1) !== KIND.handle) return 0;
  return WORDS.handleCause[recording.fieldAt(event - 1, 2)] === 'wakeup' ? recording.fieldAt(event - 1, 1) : 0;
}
