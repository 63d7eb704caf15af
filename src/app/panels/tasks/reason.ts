import { count, ordinal } from '../../../analysis/explain/phrase';
import { shareOf } from '../../../model/share';
import {
  asNanoseconds,
  briefSeconds,
  type Nanoseconds,
  type ResourceId,
  type ScopeId,
  type TaskId,
  type WorkId,
} from '../../../model/units';
import type { ResourceView, ScopeView, TaskState, TaskView, Wait, World } from '../../../model/world';
import { actorLabel, findResource, findScope, findTask } from '../lookup';

/**
 * Why a task is in its state, in a few words: "out.get(): the queue is empty", "1st in the ready queue", "main.py:6 in fetch".
 * `seconds`: how times are told, briefly where there is little room.
 */
export function taskReason(world: World, task: TaskView, seconds = briefSeconds): string {
  switch (task.state) {
    case 'running':
    case 'blocking':
      return runningReason(world, task);
    case 'ready':
      return readyReason(world, task);
    case 'sleeping':
    case 'waiting':
    case 'io':
      return task.wait === null ? '' : waitReason(world, task.wait, seconds);
    case 'done':
      return task.result === null ? 'returned' : `returned ${task.result}`;
    case 'failed':
      return task.result ?? 'raised an exception';
    case 'cancelled':
      return task.cancelRequestedBy === null ? 'cancelled' : `cancelled by ${canceller(world, task)}`;
  }
}

/** Who asked for a task's cancellation. asyncio does so in callbacks, outside any task: when a timeout is up, or a TaskGroup fails. */
export function canceller(world: World, { task, scope, cancelRequestedBy }: TaskView): string {
  const by = cancelRequestedBy?.task ?? null;
  if (by !== null) return actorLabel(world, by);
  const isUp = world.scopes.some(
    ({ kind, owner, deadline }) => kind === 'timeout' && owner === task && (deadline ?? Infinity) <= world.clock,
  );
  if (isUp) return 'its timeout';
  return scope !== null && findScope(world, scope)?.kind === 'TaskGroup' ? 'its TaskGroup' : 'the program';
}

const FINISHED: ReadonlySet<TaskState> = new Set(['done', 'failed', 'cancelled']);

/** Whether a task has nothing left to do. */
export const isFinished = (state: TaskState): boolean => FINISHED.has(state);

function runningReason(world: World, task: TaskView): string {
  const frame = world.running?.task === task.task ? world.stack[0] : undefined;
  const doing = task.state === 'blocking' ? 'holds the loop at ' : '';
  if (frame !== undefined) return `${doing}${frame.file}:${frame.line} in ${frame.function}`;
  return task.place === null ? task.coro : `${doing}${task.place.file}:${task.place.line}`;
}

function readyReason(world: World, task: TaskView): string {
  const position = world.ready.findIndex((handle) => handle.task === task.task);
  const queue = position < 0 ? 'about to be woken' : `${ordinal(position + 1)} in the ready queue`;
  return task.cancelPending ? `${queue}, to be cancelled by ${canceller(world, task)}` : queue;
}

function waitReason(world: World, wait: Wait, seconds: (time: Nanoseconds) => string): string {
  switch (wait.reason) {
    case 'sleep':
      return `wakes at ${seconds(wait.until)}`;
    case 'task': {
      const awaited = findTask(world, wait.task);
      return awaited === undefined ? 'another task' : `${awaited.label}, which is ${awaited.state}`;
    }
    case 'future':
      return wait.text === '' ? 'a future' : wait.text;
    case 'io':
      return wait.until === null ? wait.label : `${wait.label}, until ${seconds(wait.until)}`;
    case 'work':
      return workReason(world, wait.work);
    case 'acquire':
    case 'get':
    case 'put':
    case 'join':
    case 'wait':
      return resourceReason(world, wait.resource, wait.reason);
    case 'gather':
    case 'taskGroup':
    case 'shield':
    case 'waitMany':
    case 'asCompleted':
      return scopeReason(world, wait.scope);
  }
}

function workReason(world: World, id: WorkId): string {
  const work = world.works.find(({ work }) => work === id);
  if (work === undefined) return 'a call in a thread';
  const thread = world.threads.find(({ thread }) => thread === work.thread);
  return thread === undefined ? `${work.label}, queued for a thread` : `${work.label} in ${thread.label}`;
}

function resourceReason(world: World, id: ResourceId, call: 'acquire' | 'get' | 'put' | 'join' | 'wait'): string {
  const resource = findResource(world, id);
  if (resource === undefined) return `${call}()`;
  return `${resource.name}.${call}(): ${obstacle(world, resource, call)}`;
}

/** What stands in the way of a call: "the queue is empty", "held by fetch-1". */
export function obstacle(world: World, resource: ResourceView, call: 'acquire' | 'get' | 'put' | 'join' | 'wait'): string {
  if (call === 'get') return resource.value === 0 ? 'the queue is empty' : `${count(resource.value, 'item')} for those before it`;
  if (call === 'put') return `the queue is full, ${resource.value} of ${resource.capacity}`;
  if (call === 'join') return `${count(resource.unfinished, 'item')} not done yet`;
  switch (resource.kind) {
    case 'Semaphore':
    case 'BoundedSemaphore':
    case 'ConnectionPool':
      return resource.value === 0 ? `all ${resource.capacity} ${shareOf(resource.kind)}s are taken` : 'others are before it';
    case 'Lock':
    case 'Condition': {
      if (call === 'wait') return 'not notified yet';
      const holder = resource.holders[0];
      return holder === undefined ? 'others are before it' : `held by ${actorLabel(world, holder)}`;
    }
    case 'Barrier':
      return `${resource.value} of ${resource.capacity} have arrived`;
    default:
      return 'not set yet';
  }
}

function scopeReason(world: World, id: ScopeId): string {
  const scope = findScope(world, id);
  if (scope === undefined) return 'other tasks';
  // What is no task, such as a call in a thread, does not count as one.
  if (scope.tasks.length === 0 && scope.kind !== 'TaskGroup') return `${scope.kind}: futures that are no tasks`;
  const noun = scope.kind === 'TaskGroup' ? 'children' : 'tasks';
  return `${scope.kind}: ${unfinishedOf(world, scope).length} of ${scope.tasks.length} ${noun} unfinished`;
}

/** The tasks of a scope that have something left to do, in the order in which they joined it. */
export const unfinishedOf = (world: World, scope: ScopeView): readonly TaskId[] =>
  scope.tasks.filter((task) => !isFinished(findTask(world, task)?.state ?? 'waiting'));

/** How an open scope stands: "1 of 3 unfinished", "0.200 s left", "time is up". */
export function scopeNote(world: World, scope: ScopeView): string {
  const { deadline } = scope;
  const time =
    deadline === null ? null : deadline > world.clock ? `${briefSeconds(asNanoseconds(deadline - world.clock))} left` : 'time is up';
  if (scope.kind === 'timeout') return time ?? 'no deadline';
  const none = scope.kind === 'TaskGroup' ? 'no tasks yet' : 'of futures that are no tasks';
  const unfinished = scope.tasks.length === 0 ? none : `${unfinishedOf(world, scope).length} of ${scope.tasks.length} unfinished`;
  return time === null ? unfinished : `${unfinished}, ${time}`;
}
