import { knownCallback, TIMEOUT_CALLBACK } from '../../../analysis/explain/callbacks';
import { latestSuspension } from '../../../analysis/explain/waits';
import type { RecordingIndex } from '../../../model/index/recording-index';
import { asNanoseconds, briefSeconds, type Nanoseconds, type TaskId } from '../../../model/units';
import { timeOfHandle } from '../../../model/views/handles';
import type { HandleView, TaskState, ThreadView, World } from '../../../model/world';
import { actorLabel, findTask } from '../lookup';
import { threadReason } from './threadReason';
import { endWords, isOver } from './whatEnded';

/** What stands in a lane of the event loop: a task, or a plain callback. */
export interface LaneItem {
  readonly key: string;
  readonly task: TaskId | null;
  readonly label: string;
  /** Tints the chip; absent where the lane says enough. */
  readonly state: TaskState | undefined;
  /** "line 6", "first step", "in 0.300 s". */
  readonly note: string | undefined;
}

export interface Lane {
  readonly name: 'Running now' | 'Ready queue' | 'Timers' | 'I/O and threads';
  readonly hint: string;
  readonly empty: string;
  readonly items: readonly LaneItem[];
}

/** The four lanes of the event loop at the world's step, each in the order in which the loop will come to it. */
export function eventLoopLanes(index: RecordingIndex, world: World): readonly Lane[] {
  const { end } = world;
  const ready = world.ready.map((handle) => readyItem(index, world, handle));
  const timers = world.timers.map((handle) => timerItem(world, handle));
  const outside = outsideItems(world);
  const hint = (items: readonly LaneItem[], usual: string): string => (isOver(world) && items.length > 0 ? 'left over at the end' : usual);
  return [
    {
      name: 'Running now',
      hint: 'one at a time',
      empty: `nothing: ${end === null ? 'the loop has control' : endWords(end)}`,
      items: runningItems(index, world),
    },
    { name: 'Ready queue', hint: hint(ready, 'first in, first out'), empty: 'empty', items: ready },
    { name: 'Timers', hint: hint(timers, 'earliest first'), empty: 'none set', items: timers },
    { name: 'I/O and threads', hint: hint(outside, 'outside the loop'), empty: 'nothing pending', items: outside },
  ];
}

function runningItems(index: RecordingIndex, world: World): readonly LaneItem[] {
  const { running, stack } = world;
  if (running === null) return [];
  const task = running.task === null ? undefined : findTask(world, running.task);
  const frame = stack[0];
  const isCallback = running.handle !== null && running.task === null;
  const timer = running.handle !== null && timeOfHandle(index, running.handle) !== null;
  const place = frame === undefined ? undefined : `line ${frame.line}`;
  return [
    {
      key: 'running',
      task: running.task,
      label: isCallback ? callbackLabel(running.label, timer) : running.label,
      state: task?.state === 'blocking' ? 'blocking' : 'running',
      note: isCallback ? (knownCallback(running.label, timer)?.purpose ?? place) : place,
    },
  ];
}

/** A callback of asyncio's own is called by what it belongs to; the user's by its name. */
function callbackLabel(label: string, timer: boolean): string {
  const known = knownCallback(label, timer);
  if (known !== undefined) return `callback of ${known.owner}`;
  return label === '' ? 'callback' : label;
}

/** A handle as one would point at it: its task, the task whose timeout it is, what else a callback of asyncio's own belongs to, or its name. */
export function handleName(world: World, { task, label, scheduledBy, when }: HandleView): string {
  if (label === TIMEOUT_CALLBACK && scheduledBy !== null) return `timeout of ${actorLabel(world, scheduledBy)}`;
  return (task === null ? undefined : findTask(world, task)?.label) ?? callbackLabel(label, when !== null);
}

function readyItem(index: RecordingIndex, world: World, handle: HandleView): LaneItem {
  const note = handle.task === null ? callbackNote(world, handle) : taskNote(index, world, handle, handle.task);
  return { key: `h${handle.handle}`, task: handle.task, label: handleName(world, handle), state: 'ready', note };
}

/** Why a task is in the ready queue, and who put it there. */
function taskNote(index: RecordingIndex, world: World, handle: HandleView, task: TaskId): string {
  switch (handle.cause) {
    case 'firstStep':
      return 'first step';
    case 'yielded':
      return 'yielded';
    case 'threadsafe':
      return 'from a thread';
    case 'wakeup':
      return wakeupNote(index, world, handle, task);
    case 'callback':
    case null:
      return knownCallback(handle.label, handle.when !== null)?.purpose ?? (handle.cause === null ? 'due' : handle.label);
  }
}

function wakeupNote(index: RecordingIndex, world: World, { scheduledBy }: HandleView, task: TaskId): string {
  if (findTask(world, task)?.cancelPending) return 'to be cancelled';
  if (scheduledBy !== null && scheduledBy !== task) return `woken by ${actorLabel(world, scheduledBy)}`;
  return latestSuspension(index, task, world.step)?.reason === 'sleep' ? 'sleep is over' : 'woken';
}

/** A timer that is due was handed over long before; of other callbacks it matters who did. */
function callbackNote(world: World, { when, scheduledBy }: HandleView): string | undefined {
  if (when !== null) return 'due';
  return scheduledBy === null ? undefined : `from ${actorLabel(world, scheduledBy)}`;
}

function timerItem(world: World, handle: HandleView): LaneItem {
  const left = handle.when === null ? null : asNanoseconds(Math.max(0, handle.when - world.clock));
  return {
    key: `h${handle.handle}`,
    task: handle.task,
    label: handleName(world, handle),
    state: handle.task === null ? undefined : findTask(world, handle.task)?.state,
    note: isOver(world) ? 'never came' : left === null ? undefined : `in ${briefSeconds(left)}`,
  };
}

/** Tasks that wait for something outside, with what it is; what is under way without a task that waits for it; the threads that are under way; the calls that wait for a thread. */
function outsideItems(world: World): readonly LaneItem[] {
  return [...ioItems(world), ...threadItems(world)];
}

function ioItems(world: World): readonly LaneItem[] {
  const tasks = world.tasks.flatMap((task) => (task.wait?.reason === 'io' ? [{ task, wait: task.wait }] : []));
  const awaited = new Set(tasks.map(({ wait }) => wait.io));
  return [
    ...tasks.map(({ task, wait }) => ({
      key: `t${task.task}`,
      task: task.task,
      label: task.label,
      state: 'io' as const,
      note: `${wait.label}${timeLeft(world, wait.until)}`,
    })),
    ...world.io
      .filter(({ io }) => !awaited.has(io))
      .map(({ io, label, until }) => ({ key: `i${io}`, task: null, label, state: 'io' as const, note: timeLeft(world, until).trim() })),
  ];
}

function threadItems(world: World): readonly LaneItem[] {
  const threads = world.threads
    .filter(({ state }) => state !== 'done' && state !== 'idle')
    .map(
      (thread): LaneItem => ({
        key: `thread${thread.thread}`,
        task: null,
        label: thread.label,
        state: THREAD_STATES[thread.state],
        note: threadReason(world, thread) || undefined,
      }),
    );
  const queued = world.works
    .filter(({ thread }) => thread === null)
    .map(({ work, label }): LaneItem => ({ key: `work${work}`, task: null, label, state: 'waiting', note: 'queued for a thread' }));
  return [...threads, ...queued];
}

/** The word and the colour of a thread's state, as if it were a task's. */
const THREAD_STATES: { readonly [S in ThreadView['state']]: TaskState } = {
  ready: 'ready',
  running: 'running',
  sleeping: 'sleeping',
  waiting: 'waiting',
  idle: 'waiting',
  done: 'done',
};

function timeLeft(world: World, until: Nanoseconds | null): string {
  if (isOver(world)) return ' unfinished';
  return until === null ? '' : ` in ${briefSeconds(asNanoseconds(Math.max(0, until - world.clock)))}`;
}
