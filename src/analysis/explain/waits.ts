import type { RecordingIndex } from '../../model/index/recording-index';
import { shareOf } from '../../model/share';
import type { Step } from '../../model/units';
import { workLabel } from '../../model/views/threads';
import { KIND, type ResourceKind, type WaitReason, WORDS } from '../../model/vocabulary';
import { ioLabel, resourceKind, resourceName, taskName } from './names';
import { code, type Phrase, say } from './phrase';

/** A `suspend` event: why a task waits, and what for (see the vocabulary). */
export interface Suspension {
  readonly reason: WaitReason;
  readonly target: number;
  readonly site: number;
}

function suspensionOf({ recording }: RecordingIndex, event: number): Suspension {
  return {
    reason: WORDS.waitReason[recording.fieldAt(event, 1)] ?? 'yielded',
    target: recording.fieldAt(event, 2),
    site: recording.fieldAt(event, 3),
  };
}

/** What a task last waited for before a step; null if it has not waited yet. */
export function latestSuspension(index: RecordingIndex, task: number, step: Step): Suspension | null {
  const event = index.tasks.suspensionAt(task, step);
  return event === -1 ? null : suspensionOf(index, event);
}

/** What a task waits for, after "it waits": "for a permit of sem", "until started is set". */
export function waitsFor(index: RecordingIndex, { reason, target }: Suspension): Phrase {
  switch (reason) {
    case 'yielded':
      return say`only for the others to go first`;
    case 'sleep':
      return say`for its sleep to end`;
    case 'acquire':
      return say`for ${acquisition(index, target)}`;
    case 'get':
      return say`for an item of ${resourceName(index, target)}`;
    case 'put':
      return say`for room in ${resourceName(index, target)}`;
    case 'join':
      return say`for the items of ${resourceName(index, target)} to be done`;
    case 'wait':
      return say`for ${resourceName(index, target)}`;
    case 'task':
      return say`for ${taskName(index, target)}`;
    case 'future':
      return say`for a future`;
    case 'gather':
      return say`for gather`;
    case 'taskGroup':
      return say`for the tasks of its TaskGroup`;
    case 'shield':
      return say`for the shielded task`;
    case 'waitMany':
      return say`for the tasks given to asyncio.wait`;
    case 'asCompleted':
      return say`for the next task of as_completed`;
    case 'io':
      return say`for ${ioLabel(index, target)}`;
    case 'work':
      return say`for a thread to run ${code(workLabel(index, target))}`;
  }
}

/** Why a task need not wait any longer: "its sleep is over", "there is room in out". `wakeup`: the event by which the task joined the ready queue. */
export function waitIsOver(index: RecordingIndex, { reason, target }: Suspension, wakeup: number): Phrase {
  switch (reason) {
    case 'yielded':
      return say`the others have had their turn`;
    case 'sleep':
      return say`its sleep is over`;
    case 'acquire':
      return say`it can have ${acquisition(index, target)}`;
    case 'get':
      return say`there is an item in ${resourceName(index, target)}`;
    case 'put':
      return say`there is room in ${resourceName(index, target)}`;
    case 'join':
      return say`all items of ${resourceName(index, target)} are done`;
    case 'wait':
      return OPENED[resourceKind(index, target)](say`${resourceName(index, target)}`);
    case 'task':
      return say`${taskName(index, target)} is finished`;
    case 'future':
      return say`the future that it waits for ${FUTURE_ENDS[outcomeBefore(index, wakeup)]}`;
    case 'gather':
      return say`gather is finished`;
    case 'taskGroup':
      return say`the tasks of its TaskGroup are finished`;
    case 'shield':
      return say`what it shielded is finished`;
    case 'waitMany':
      return say`asyncio.wait has what it waited for`;
    case 'asCompleted':
      return say`as_completed has another finished task`;
    case 'io':
      return say`${ioLabel(index, target)} is done`;
    case 'work':
      return say`the thread has run ${code(workLabel(index, target))}`;
  }
}

const FUTURE_ENDS = { result: 'is done', exception: 'has failed', cancelled: 'was cancelled' } as const;

/** How a future ended: that is recorded right before the event by which the task that waits for it joins the ready queue. */
function outcomeBefore({ recording }: RecordingIndex, wakeup: number): keyof typeof FUTURE_ENDS {
  const ended = wakeup > 0 && recording.kindAt(wakeup - 1) === KIND.futureDone;
  return (ended ? WORDS.outcome[recording.fieldAt(wakeup - 1, 1)] : undefined) ?? 'result';
}

/** Why `wait` returns, by the kind of what was waited for. */
const OPENED: { readonly [K in ResourceKind]: (name: Phrase) => Phrase } = {
  Event: (name) => say`${name} is set`,
  Condition: (name) => say`${name} was notified`,
  Barrier: (name) => say`everybody has arrived at ${name}`,
  Lock: (name) => say`${name} is free`,
  Semaphore: (name) => say`${name} is free`,
  BoundedSemaphore: (name) => say`${name} is free`,
  ConnectionPool: (name) => say`${name} has a connection`,
  Queue: (name) => say`${name} is ready`,
  PriorityQueue: (name) => say`${name} is ready`,
  LifoQueue: (name) => say`${name} is ready`,
  Server: (name) => say`${name} is closed`,
  Connection: (name) => say`${name} is closed`,
  Session: (name) => say`${name} is closed`,
};

/** What one gets of something that can be acquired: a permit of a semaphore, or the lock itself. */
function acquisition(index: RecordingIndex, resource: number): Phrase {
  const name = resourceName(index, resource);
  const share = shareOf(resourceKind(index, resource));
  return share === null ? say`the lock ${name}` : say`a ${share} of ${name}`;
}
