import type { FrameId, FutureId, HandleId, IoId, Nanoseconds, ResourceId, ScopeId, Step, TaskId, ThreadId, WorkId } from './units';
import type { HandleCause, Outcome, ProgramOutcome, ResourceKind, ScopeKind, WaitReason } from './vocabulary';

/** A place in the user's files. `line` counts from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Variable {
  readonly name: string;
  /** A short repr. */
  readonly value: string;
  /** The step after which it had this value: equal to the world's step when it has just changed. */
  readonly since: Step;
}

/** One of the user's calls that is under way; innermost first in a stack. */
export interface FrameView {
  readonly frame: FrameId;
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly locals: readonly Variable[];
}

/** A handle in the ready queue or among the timers. */
export interface HandleView {
  readonly handle: HandleId;
  /** The task that it steps or wakes, if any. */
  readonly task: TaskId | null;
  readonly label: string;
  /** null for a timer that is not due yet; a timer that is due is there to call back. */
  readonly cause: HandleCause | null;
  /** When it is to run; null for a handle that was never a timer. */
  readonly when: Nanoseconds | null;
  /** Who scheduled it: a task, or null for the program or a plain callback. */
  readonly scheduledBy: TaskId | null;
  readonly scheduledAt: Step;
}

/** One word, icon and colour token each (design: tokens.css). */
export type TaskState = 'ready' | 'running' | 'sleeping' | 'waiting' | 'io' | 'blocking' | 'done' | 'failed' | 'cancelled';

/** What a suspended task waits for. */
export type Wait =
  | { readonly reason: 'sleep'; readonly handle: HandleId; readonly until: Nanoseconds }
  | { readonly reason: 'acquire' | 'get' | 'put' | 'join' | 'wait'; readonly resource: ResourceId }
  | { readonly reason: 'task'; readonly task: TaskId }
  | { readonly reason: 'future'; readonly future: FutureId; readonly text: string }
  | { readonly reason: 'gather' | 'taskGroup' | 'shield' | 'waitMany' | 'asCompleted'; readonly scope: ScopeId }
  | { readonly reason: 'io'; readonly io: IoId | null; readonly label: string; readonly until: Nanoseconds | null }
  | { readonly reason: 'work'; readonly work: WorkId };

export interface TaskView {
  readonly task: TaskId;
  /** What to call it: the name the user gave, else the coroutine, numbered when it has several tasks: "main", "fetch-3". */
  readonly label: string;
  /** asyncio's name, "Task-3" unless the user chose one. */
  readonly name: string;
  readonly coro: string;
  readonly state: TaskState;
  /** Set in the states sleeping, waiting and io, except for a new task whose first handle is not queued yet. */
  readonly wait: Wait | null;
  /** Where its innermost user frame stands; null before its first step and after its end. */
  readonly place: Place | null;
  readonly createdAt: Step;
  readonly createdBy: TaskId | null;
  readonly createdPlace: Place | null;
  /** Who asked for its cancellation last, and when. */
  readonly cancelRequestedBy: { readonly task: TaskId | null; readonly step: Step } | null;
  /** Whether that was since it last began to wait: it has not met the CancelledError yet. */
  readonly cancelPending: boolean;
  /** repr of the result or exception, once finished. */
  readonly result: string | null;
  readonly scope: ScopeId | null;
  /** The step of the event that put it into this state. */
  readonly since: Step;
}

export interface QueueItem {
  readonly item: number;
  readonly text: string;
}

export interface ResourceWaiter {
  readonly task: TaskId;
  readonly reason: WaitReason;
  /** What it does over a network: "read 127.0.0.1:80"; empty for what is no I/O. */
  readonly io: string;
}

export interface ResourceView {
  readonly resource: ResourceId;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly place: Place | null;
  /** See the vocabulary's `level`. */
  readonly value: number;
  readonly capacity: number;
  readonly unfinished: number;
  /** A Condition's lock. */
  readonly lock: ResourceId | null;
  /** Who holds it, in order of acquisition; a task with two permits is there twice; null: the program, outside any task. */
  readonly holders: readonly (TaskId | null)[];
  /** Who waits, in the order of arrival, and for what. */
  readonly waiters: readonly ResourceWaiter[];
  /** A queue's items, next first. */
  readonly items: readonly QueueItem[];
  /** Where a server listens, whom a connection leads to, a session's base URL; empty for none. */
  readonly address: string;
  readonly closed: boolean;
  readonly since: Step;
}

export interface ScopeView {
  readonly scope: ScopeId;
  readonly kind: ScopeKind;
  readonly owner: TaskId | null;
  readonly place: Place | null;
  readonly tasks: readonly TaskId[];
  readonly deadline: Nanoseconds | null;
  readonly ended: Outcome | null;
}

/** A thread of the program's besides the one in which its loop runs. */
export interface ThreadView {
  readonly thread: ThreadId;
  /** Its name in `threading`, else the function that it runs. */
  readonly label: string;
  readonly function: string;
  /** idle: a pool's worker without work. */
  readonly state: 'ready' | 'running' | 'sleeping' | 'waiting' | 'idle' | 'done';
  /** The call in which it waits ("sleep", "Queue.get"); null if it does not. */
  readonly call: string | null;
  /** When it wakes if nobody wakes it before. */
  readonly until: Nanoseconds | null;
  readonly since: Step;
}

/** A call that was given to a pool of threads and is not over. */
export interface WorkView {
  readonly work: WorkId;
  readonly label: string;
  /** Who has begun it; null: it is queued. */
  readonly thread: ThreadId | null;
}

/** Something under way outside the program. */
export interface IoView {
  readonly io: IoId;
  /** "connect example.org:80" */
  readonly label: string;
  /** When it ends; null while nobody knows. */
  readonly until: Nanoseconds | null;
}

export interface Running {
  /** null while the program's own top-level code runs, outside any handle. */
  readonly handle: HandleId | null;
  readonly task: TaskId | null;
  /** The thread that runs beside the loop, if it is one. */
  readonly thread?: ThreadId;
  /** The task's label, the callback's name, the thread's, or "program". */
  readonly label: string;
}

/** Everything the panels show at one step. */
export interface World {
  readonly step: Step;
  readonly clock: Nanoseconds;
  readonly turn: number;
  /** null between handles, and after the end. */
  readonly running: Running | null;
  /** The stack of what runs, innermost first; empty when nothing of the user's does. */
  readonly stack: readonly FrameView[];
  readonly ready: readonly HandleView[];
  readonly timers: readonly HandleView[];
  /** All tasks created so far, in order of creation. */
  readonly tasks: readonly TaskView[];
  readonly resources: readonly ResourceView[];
  readonly scopes: readonly ScopeView[];
  readonly threads: readonly ThreadView[];
  readonly works: readonly WorkView[];
  /** What is under way outside, in order of beginning. */
  readonly io: readonly IoView[];
  /** How many of the recording's outputs, and lines that were read, lie before this step. */
  readonly outputs: number;
  readonly end: { readonly outcome: ProgramOutcome; readonly status: number; readonly text: string } | null;
}
