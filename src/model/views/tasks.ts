import type { RecordingIndex } from '../index/recording-index';
import type { StateAt } from '../index/task-history';
import { asScopeId, asStep, asTaskId, type Step } from '../units';
import { KIND, WORDS } from '../vocabulary';
import type { Place, TaskView } from '../world';
import { placeOfLine, placeOfSite } from './place';
import { waitOf } from './waits';

/** All tasks created before a step, in order of creation. */
export function tasksAt(index: RecordingIndex, step: Step): readonly TaskView[] {
  const running = index.running.taskAt(step);
  const tasks: TaskView[] = [];
  const count = index.tasks.countAt(step);
  for (let task = 1; task <= count; task++) {
    const state = index.tasks.stateAt(task, step);
    if (task === running || state.state === 'running') {
      const place = task === running ? currentPlace(index, step, task) : restingPlace(index, step, task);
      tasks.push(taskView(index, step, task, blockingOr(index, step, state), place));
    } else {
      const attribute = index.tasks.attributeAt(task, step);
      tasks.push(
        index.taskViews.get(task, state.event, attribute, () => taskView(index, step, task, state, restingPlace(index, step, task))),
      );
    }
  }
  return tasks;
}

/** A task's state as it is shown. */
type ShownState = Omit<StateAt, 'state'> & { readonly state: TaskView['state'] };

function taskView(index: RecordingIndex, step: Step, task: number, { state, event }: ShownState, place: Place | null): TaskView {
  const { recording, tasks, taskNames } = index;
  const creation = tasks.creation(task);
  const creator = tasks.creator(task);
  const scope = tasks.attributeAt(task, step, KIND.scopeTask);
  const suspended = recording.kindAt(event) === KIND.suspend && state !== 'ready';
  const finished = recording.kindAt(event) === KIND.taskDone;
  return {
    task: asTaskId(task),
    label: taskNames.labelOf(task),
    name: taskNames.nameAt(task, step),
    coro: taskNames.coroutineOf(task),
    state,
    wait: suspended ? waitOf(index, event) : null,
    place: finished ? null : place,
    createdAt: asStep(creation + 1),
    createdBy: creator === 0 ? null : asTaskId(creator),
    createdPlace: placeOfSite(recording.string(recording.fieldAt(creation, 3))),
    cancelRequestedBy: cancelRequest(index, step, task),
    result: finished ? recording.string(recording.fieldAt(event, 2)) : null,
    scope: scope === -1 ? null : asScopeId(recording.fieldAt(scope, 0)),
    since: asStep(event + 1),
  };
}

function cancelRequest(index: RecordingIndex, step: Step, task: number): TaskView['cancelRequestedBy'] {
  const request = index.tasks.attributeAt(task, step, KIND.cancelRequested);
  if (request === -1) return null;
  const requester = index.running.taskAt(request);
  return { task: requester === 0 ? null : asTaskId(requester), step: asStep(request + 1) };
}

/** Where the running task stands: on the line of its innermost call, or, without such, where it was last suspended. */
function currentPlace(index: RecordingIndex, step: Step, task: number): Place | null {
  for (const frame of index.frames.stackAt(step)) {
    const line = index.frames.lineAt(frame, step);
    if (line !== -1) return placeOfLine(index, line);
  }
  return suspensionPlace(index, step, task);
}

/** Where a task stands that does not run: where it stood when it last did. */
function restingPlace(index: RecordingIndex, step: Step, task: number): Place | null {
  const stand = index.tasks.standAt(task, step);
  return stand === -1 ? suspensionPlace(index, step, task) : placeOfLine(index, stand);
}

function suspensionPlace({ recording, tasks }: RecordingIndex, step: Step, task: number): Place | null {
  const suspension = tasks.suspensionAt(task, step);
  return suspension === -1 ? null : placeOfSite(recording.string(recording.fieldAt(suspension, 3)));
}

const IDLE = WORDS.clockCause.indexOf('idle');

/**
 * A running task is shown as blocking right after the clock moved under it, until its next event of any other kind: the
 * step at which one sees how long it held the loop. From that event on it is running again.
 */
function blockingOr({ recording, clocks }: RecordingIndex, step: Step, running: StateAt): ShownState {
  if (running.state !== 'running') return running;
  const isHeldUp = (event: number): boolean =>
    event > running.event && recording.kindAt(event) === KIND.clock && recording.fieldAt(event, 2) !== IDLE;
  const lastClock = clocks.lastBelow(step);
  if (!isHeldUp(lastClock)) return running;
  if (lastClock < step - 1) return { state: 'running', event: lastClock + 1 };
  let first = lastClock;
  while (isHeldUp(first - 1)) first--;
  return { state: 'blocking', event: first };
}
