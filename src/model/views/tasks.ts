import type { RecordingIndex } from '../index/recording-index';
import type { StateAt } from '../index/task-history';
import { asScopeId, asStep, asTaskId, type Step } from '../units';
import { KIND } from '../vocabulary';
import type { Place, TaskView } from '../world';
import { placeOfLine, placeOfSite } from './place';
import { waitOf } from './waits';

/** All tasks created before a step, in order of creation. */
export function tasksAt(index: RecordingIndex, step: Step): readonly TaskView[] {
  const running = index.running.taskAt(step);
  const tasks: TaskView[] = [];
  const count = index.tasks.countAt(step);
  for (let task = 1; task <= count; task++) tasks.push(task === running ? runningTask(index, step, task) : restingTask(index, step, task));
  return tasks;
}

function runningTask(index: RecordingIndex, step: Step, task: number): TaskView {
  return taskView(index, step, task, blockingOr(index, step, task, index.tasks.stateAt(task, step)), currentPlace(index, step, task));
}

/** Of a task that does not run, all stays as it is until something happens to it. */
function restingTask(index: RecordingIndex, step: Step, task: number): TaskView {
  const change = index.tasks.latestChange(task, step);
  const kept = index.taskViews.find(task, change);
  if (kept !== undefined) return kept;
  const state = blockingOr(index, step, task, index.tasks.stateAt(task, step));
  // In the middle of it a thread runs: before and after that it may have held up the loop, which is no change of the task.
  if (state.state === 'running') return taskView(index, step, task, state, restingPlace(index, step, task));
  return index.taskViews.keep(task, change, taskView(index, step, task, state, restingPlace(index, step, task)));
}

/** A task's state as it is shown. */
type ShownState = Omit<StateAt, 'state'> & { readonly state: TaskView['state'] };

function taskView(index: RecordingIndex, step: Step, task: number, { state, event }: ShownState, place: Place | null): TaskView {
  const { recording, tasks, taskNames } = index;
  const creation = tasks.creation(task);
  const creator = tasks.creator(task);
  const scope = tasks.attributeAt(task, step, KIND.scopeTask);
  const suspended = (state === 'sleeping' || state === 'waiting' || state === 'io') && recording.kindAt(event) === KIND.suspend;
  const finished = state === 'done' || state === 'failed' || state === 'cancelled';
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
    cancelPending: isCancelPending(index, step, task),
    result: finished ? recording.string(recording.fieldAt(event, 2)) : null,
    scope: scope === -1 ? null : asScopeId(recording.fieldAt(scope, 0)),
    since: asStep(event + 1),
  };
}

/** Whether a task's cancellation was asked for since it last began to wait, or since its creation if it never did. */
export const isCancelPending = ({ tasks }: RecordingIndex, step: Step, task: number): boolean =>
  tasks.attributeAt(task, step, KIND.cancelRequested) > tasks.suspensionAt(task, step);

function cancelRequest(index: RecordingIndex, step: Step, task: number): TaskView['cancelRequestedBy'] {
  const request = index.tasks.attributeAt(task, step, KIND.cancelRequested);
  if (request === -1) return null;
  const requester = index.running.taskAt(request);
  return { task: requester === 0 ? null : asTaskId(requester), step: asStep(request + 1) };
}

/**
 * Where the running task stands: on the line of its innermost call. Without calls it is where it was last suspended, if
 * calls are not recorded, and nowhere once its own call has returned.
 */
function currentPlace(index: RecordingIndex, step: Step, task: number): Place | null {
  for (const frame of index.frames.stackAt(step)) {
    const line = index.frames.lineAt(frame, step);
    if (line !== -1) return placeOfLine(index, line);
  }
  return index.tasks.standAt(task, step) === -1 ? suspensionPlace(index, step, task) : null;
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

/**
 * A running task is shown as blocking right after it moved the clock, until anything else happens: at that step one sees
 * for how long it held the loop. From the next event on it is running again.
 */
function blockingOr(index: RecordingIndex, step: Step, task: number, running: StateAt): ShownState {
  const holdUps = index.holdUpsOf.get(task);
  if (holdUps === undefined) return running;
  const count = holdUps.countBelow(step);
  const last = count === 0 ? -1 : holdUps.at(count - 1);
  if (running.state !== 'running' || last < running.event) return running;
  if (last < step - 1) return { state: 'running', event: last + 1 };
  let first = count - 1;
  while (first > 0 && holdUps.at(first - 1) === holdUps.at(first) - 1) first--;
  return { state: 'blocking', event: holdUps.at(first) };
}
