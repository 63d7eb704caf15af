import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, type Step } from '../../model/units';
import { KIND, WORDS } from '../../model/vocabulary';
import { RUN_CALLBACK, TASK_GROUP_CALLBACK, TIMEOUT_CALLBACK } from './callbacks';
import { actor, atSite, runningCallback, taskName, taskNames } from './names';
import { code, type Phrase, say, sentences, term } from './phrase';
import { failedTasks, isFinished, scopeOf } from './scope-tasks';
import { latestSuspension, waitsFor } from './waits';

const WAKEUP = WORDS.handleCause.indexOf('wakeup');

/** What asyncio.run does by itself once the program's main task has ended, by the coroutine that does it. */
const TIDYING: ReadonlyMap<string, string> = new Map([
  ['BaseEventLoop.shutdown_asyncgens', 'closes async generators that were left open'],
  ['BaseEventLoop.shutdown_default_executor', 'ends the threads of the default executor'],
]);

export function task(index: RecordingIndex, event: EventOf<'task'>): Phrase {
  const name = taskName(index, event.task);
  const coro = index.recording.string(event.coro);
  const tidying = TIDYING.get(coro);
  if (tidying !== undefined) return say`${code('asyncio.run')} tidies up. For that it creates the task ${name}, which ${tidying}.`;
  const who = actor(index, asStep(event.index));
  const creates = say`${who} creates the ${term('task')} ${name} from the ${term('coroutine')} ${code(coro)}.`;
  const creator = index.running.taskAt(event.index);
  return sentences(creates, creator === 0 ? say`Nothing of it runs yet.` : say`Nothing of it runs yet: ${who} goes on first.`);
}

export function taskRenamed(index: RecordingIndex, event: EventOf<'taskName'>): Phrase {
  const before = index.taskNames.nameAt(event.task, event.index);
  return say`${actor(index, asStep(event.index))} gives the task ${code(before)} another name, ${code(index.recording.string(event.name))}.`;
}

export function taskDone(index: RecordingIndex, event: EventOf<'taskDone'>): Phrase {
  const name = taskName(index, event.task);
  const text = index.recording.string(event.text);
  switch (event.outcome) {
    case 'result':
      return sentences(
        text === 'None' || text === '' ? say`${name} has come to its end.` : say`${name} has come to its end and returns ${code(text)}.`,
        aftermath(index, event),
      );
    case 'exception':
      return sentences(say`${name} fails with ${code(text)}, which nothing in it has caught.`, aftermath(index, event));
    case 'cancelled':
      return sentences(say`${name} ends as cancelled: it has let the ${term('CancelledError')} through.`, aftermath(index, event));
  }
}

/** Whom a task's end concerns. */
function aftermath(index: RecordingIndex, event: EventOf<'taskDone'>): Phrase | null {
  const after = asStep(event.index + 1);
  const { woken, stopsLoop } = toldOfEnd(index, event.index);
  if (woken.length > 0) return say`That wakes ${taskNames(index, woken)}.`;
  const scope = scopeOf(index, event.task, after);
  if (scope !== 0 && index.scopes.stateAt(scope, after).end === -1) return inScope(index, event, scope, after);
  if (stopsLoop) return say`The loop was run for it, so the loop will stop.`;
  return event.outcome === 'exception' ? say`The exception is kept for whoever awaits the task.` : null;
}

function inScope(index: RecordingIndex, event: EventOf<'taskDone'>, scope: number, after: Step): Phrase {
  const kind = WORDS.scopeKind[index.recording.fieldAt(index.scopes.creation(scope), 1)] ?? 'TaskGroup';
  const { tasks } = index.scopes.stateAt(scope, after);
  const finished = tasks.filter((task) => isFinished(index, task, after)).length;
  if (kind === 'shield') return say`The shield has nothing left to protect.`;
  if (kind === 'TaskGroup' && event.outcome === 'exception' && finished < tasks.length)
    return say`Its TaskGroup will cancel the other tasks.`;
  const of = kind === 'TaskGroup' ? 'its TaskGroup' : kind === 'wait' ? 'asyncio.wait' : kind;
  return say`Finished tasks of ${of}: ${finished} of ${tasks.length}.`;
}

/** Whom a finishing task has put into the ready queue just before its `taskDone`. */
function toldOfEnd({ recording }: RecordingIndex, event: number): { readonly woken: readonly number[]; readonly stopsLoop: boolean } {
  const woken: number[] = [];
  let stopsLoop = false;
  for (let before = event - 1; before >= 0 && recording.kindAt(before) === KIND.handle; before--) {
    const task = recording.fieldAt(before, 1);
    if (task !== 0 && recording.fieldAt(before, 2) === WAKEUP) woken.unshift(task);
    if (recording.string(recording.fieldAt(before, 3)) === RUN_CALLBACK) stopsLoop = true;
  }
  return { woken, stopsLoop };
}

export function cancelRequested(index: RecordingIndex, event: EventOf<'cancelRequested'>): Phrase {
  const before = asStep(event.index);
  const message = index.recording.string(event.text);
  return sentences(
    say`${request(index, event)}${message === '' ? '' : say` with the message ${code(message)}`}.`,
    effect(index, event.task, before),
  );
}

function request(index: RecordingIndex, event: EventOf<'cancelRequested'>): Phrase {
  const before = asStep(event.index);
  const name = taskName(index, event.task);
  const callback = runningCallback(index, before);
  if (callback === TIMEOUT_CALLBACK) return say`the time of a timeout is up, so ${name} is to be cancelled`;
  if (callback === TASK_GROUP_CALLBACK) return cancelledByGroup(index, event.task, before);
  const who = actor(index, before);
  return index.running.taskAt(before) === event.task
    ? say`${who} asks for its own cancellation`
    : say`${who} asks for ${name} to be cancelled`;
}

/** A TaskGroup cancels its other tasks when one has failed, and the task that it belongs to, so that this one leaves its block. */
function cancelledByGroup(index: RecordingIndex, task: number, before: Step): Phrase {
  const name = taskName(index, task);
  const scope = scopeOf(index, task, before);
  const failed = scope === 0 ? [] : failedTasks(index, scope, before);
  if (failed.length > 0) return say`because ${taskNames(index, failed)} failed, the TaskGroup cancels ${name}`;
  return say`because a task of the TaskGroup failed, ${name} is to leave the block, and is cancelled there`;
}

function effect(index: RecordingIndex, task: number, before: Step): Phrase {
  const error = term('CancelledError');
  if (isFinished(index, task, before)) return say`It is finished already, so nothing happens.`;
  if (index.running.taskAt(before) === task) return say`${error} will be raised at its next ${term('await')}.`;
  const suspension = latestSuspension(index, task, before);
  if (suspension === null) return say`It has not begun yet, and now it never will.`;
  const site = atSite(index, suspension.site);
  return say`${error} will be raised in it${site}, where it waits ${waitsFor(index, suspension)}.`;
}
