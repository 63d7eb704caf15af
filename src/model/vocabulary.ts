/**
 * The one vocabulary that the recorder writes and every view reads. An event is a kind and up to four 32-bit integers;
 * `src/python/runtime/vocabulary.py` repeats the numbers for the Python side, and a test fails when the two drift.
 *
 * Field words: an id field is 0 for "none"; a `…Text`/`name`/`file` field is a StringId (0 = empty);
 * `site` is a StringId of "main.py:12" (a place in the user's files, 0 = outside them); `hi`,`lo` are the halves of a time.
 * Who did it is not repeated in each event: it is the handle that runs at that step (or the program itself, before the loop).
 */
export const EVENT_FIELDS = {
  /** A loop begins / ends `run_forever`. Loops count from 1 in order of creation, those that never run too. */
  loopStart: ['loop'],
  loopStop: ['loop'],
  /** A loop turn begins; `count` handles are ready and will run in it. Turns count from 1 over the whole recording. */
  turn: ['turn', 'count'],
  /** The clock now stands at hi,lo. `cause` is a ClockCause. */
  clock: ['hi', 'lo', 'cause'],
  /** A handle joins the end of the ready queue. `task`: the task it will step (0: a plain callback). `cause` is a HandleCause. `label`: the callback's name, e.g. "Task.task_wakeup". */
  handle: ['handle', 'task', 'cause', 'label'],
  /** A handle is to run at hi,lo. */
  timer: ['handle', 'hi', 'lo', 'label'],
  /** A timer's time has come: its handle joins the end of the ready queue. */
  due: ['handle'],
  /** A handle or timer was cancelled. It stays in the queue until its turn comes, and is then dropped without running. */
  handleCancelled: ['handle'],
  /** A handle begins to run (task: the task it steps, 0 = a plain callback), and has returned. */
  run: ['handle', 'task'],
  ran: ['handle'],
  /** A cancelled handle was taken off the ready queue without running. */
  dropped: ['handle'],
  /** A task was created, by whoever runs now. `name` is asyncio's name ("Task-3" unless the user chose one), `coro` the coroutine's qualified name. */
  task: ['task', 'name', 'coro', 'site'],
  /** A task was renamed with set_name. */
  taskName: ['task', 'name'],
  /** A task's step ended with the task waiting. `reason` is a WaitReason, which says what `target` is; `site`: where in the user's code. */
  suspend: ['task', 'reason', 'target', 'site'],
  /** A task finished. `outcome` is an Outcome of a task, `text` the repr of the result or exception. */
  taskDone: ['task', 'outcome', 'text'],
  /** Somebody asked for a task's cancellation. `text`: the message, if one was given. */
  cancelRequested: ['task', 'text', 'site'],
  /** A future that is not a task, when first seen. `text` says what it is for. */
  future: ['future', 'text', 'site'],
  futureDone: ['future', 'outcome', 'text'],
  /** A scope was opened by `task`. `kind` is a ScopeKind. */
  scope: ['scope', 'kind', 'task', 'site'],
  /** A task now belongs to a scope. */
  scopeTask: ['scope', 'task'],
  /** A scope will time out at hi,lo (again, when rescheduled; hi = -1: never). */
  scopeDeadline: ['scope', 'hi', 'lo'],
  /** A scope was left. `outcome` is a task Outcome. */
  scopeEnd: ['scope', 'outcome'],
  /** A resource was created. `kind` is a ResourceKind; `name` as the user named it ("sem", "self.lock", "queues[2]"). */
  resource: ['resource', 'kind', 'name', 'site'],
  /** A resource's numbers. Lock: value 1 locked/0 free. Semaphores: free permits, of capacity at creation. Queue: items, maxsize (0 = unbounded), unfinished. Event: 1 set. Barrier: arrived, parties. Server: open connections, 0, all it ever accepted. Connection: bytes that came and were not read, 0, bytes that were written and have not arrived. Session: requests in flight, 0, all it ever made. */
  level: ['resource', 'value', 'capacity', 'unfinished'],
  /** A Condition's lock. */
  resourceLock: ['resource', 'lock'],
  /** A task (0: the program itself) now holds the lock or one more permit / holds one fewer. */
  acquired: ['resource', 'task'],
  released: ['resource', 'task'],
  /** An item entered / left a queue; a request through a session began / is over. Items count from 1 per recording; `text` is a short repr. `position`: index at which it will be taken (0 = next) as far as known, -1 = at the end. */
  itemPut: ['resource', 'item', 'text', 'position'],
  itemGot: ['resource', 'item'],
  /** A Condition's notify(count) was called (-1: notify_all). */
  notified: ['resource', 'count'],
  /** Text was written. `stream`: 1 stdout, 2 stderr. */
  output: ['stream', 'text'],
  /** A call of a user's function began, or a suspended frame was resumed under another parent. `parent`: the calling user frame (0: none). */
  frame: ['frame', 'parent', 'function', 'file'],
  /** A line of a frame is about to run. */
  line: ['frame', 'line'],
  /** A variable of a frame has a new value (value 0 = no longer bound). */
  local: ['frame', 'name', 'value'],
  /** An exception was raised in (or passed through) a frame. */
  raised: ['frame', 'text'],
  /** A frame returned (outcome: result), or an exception left it. */
  returned: ['frame', 'outcome'],
  /** A thread was started, by whoever runs now. `name` as in threading ("Thread-1 (worker)"), `function` what it runs. It runs by itself beside the loop. */
  thread: ['thread', 'name', 'function', 'site'],
  /** A thread runs, in the middle of whatever ran, until its next threadWait or threadDone. */
  threadRun: ['thread'],
  /** A thread waits, in a call of `text` ("sleep", "Queue.get"; "work": a pool's worker without work), until hi,lo at the latest (hi = -1: for ever). */
  threadWait: ['thread', 'text', 'hi', 'lo'],
  threadDone: ['thread'],
  /** A call of `function` was given to a pool, by whoever runs now; a thread has begun it; it is over, or was cancelled before it began. */
  work: ['work', 'function', 'site'],
  workBegun: ['work', 'thread'],
  workDone: ['work', 'outcome', 'text'],
  /** The program was compiled badly, ended, or was stopped: the last event. `outcome` is a ProgramOutcome, `status` the exit status python would give, `text` one line that says what and where. */
  end: ['outcome', 'status', 'text'],
  /** Something is under way outside the program: it will end at hi,lo (hi = -1: nobody knows when). `label` says what it is, e.g. "connect example.org:80". */
  io: ['io', 'hi', 'lo', 'label'],
  /** It has ended; `text` says what went wrong, if something has, or what was answered, if that is known: "200 OK, 45 bytes". */
  ioDone: ['io', 'outcome', 'text'],
  /** Something was misused, of which asyncio tells on stderr at most. `kind` is a Misuse, which says what `text` is; `task`: whose, 0 where none is concerned. */
  misuse: ['kind', 'task', 'text', 'site'],
  /** A signal arrived from outside the program: 2 is SIGINT, Ctrl+C. */
  signal: ['signal'],
  /** The program read a line of its standard input: `text`, with the end of the line; empty at the end of the input. */
  input: ['text'],
  /** What a context variable of the program's holds in a task's context (value 0: nothing any more): inherited at the task's creation, or set in its last step. */
  contextVariable: ['task', 'name', 'value'],
  /** Where a server listens, whom a connection leads to, or a session's base URL. */
  address: ['resource', 'text'],
  /** What is under way is something of a resource's, the first that says so: whoever waits for it waits there. */
  resourceIo: ['resource', 'io'],
  /** A server, connection or session was closed. */
  closed: ['resource'],
} as const;

export type EventKind = keyof typeof EVENT_FIELDS;
export const EVENT_KINDS = Object.keys(EVENT_FIELDS) as readonly EventKind[];
/** The number of a kind in the `kind` column: its position in EVENT_FIELDS, from 0. */
export const KIND = Object.fromEntries(EVENT_KINDS.map((kind, number) => [kind, number])) as { readonly [K in EventKind]: number };

/** A list of words whose position is their number in an event. */
const CLOCK_CAUSES = ['idle', 'blocked', 'computed'] as const;
const HANDLE_CAUSES = ['callback', 'firstStep', 'wakeup', 'yielded', 'threadsafe'] as const;
/** `target` is: sleep → handle (timer); acquire/get/put/join/wait → resource; task → task; future → future; gather/taskGroup/waitFor/shield/waitMany/asCompleted → scope; io → io (0: unknown which); work → work; yielded → 0. */
const WAIT_REASONS = [
  'yielded',
  'sleep',
  'acquire',
  'get',
  'put',
  'join',
  'wait',
  'task',
  'future',
  'gather',
  'taskGroup',
  'shield',
  'waitMany',
  'asCompleted',
  'io',
  'work',
] as const;
const OUTCOMES = ['result', 'exception', 'cancelled'] as const;
const SCOPE_KINDS = ['TaskGroup', 'timeout', 'gather', 'shield', 'wait', 'as_completed'] as const;
const RESOURCE_KINDS = [
  'Lock',
  'Event',
  'Condition',
  'Semaphore',
  'BoundedSemaphore',
  'Barrier',
  'Queue',
  'PriorityQueue',
  'LifoQueue',
  'ConnectionPool',
  'Server',
  'Connection',
  'Session',
] as const;
const PROGRAM_OUTCOMES = ['completed', 'exception', 'deadlock', 'budget', 'stopped', 'input'] as const;

/** neverAwaited: a coroutine (`text`: its name) was dropped at `site` unawaited. exceptionLost: nobody asked for a task's exception (`text`). generatorLeft: the loop has to close an async generator (`text`: its name) that stands at `site`. */
const MISUSES = ['neverAwaited', 'exceptionLost', 'generatorLeft'] as const;

export const WORDS = {
  clockCause: CLOCK_CAUSES,
  handleCause: HANDLE_CAUSES,
  waitReason: WAIT_REASONS,
  outcome: OUTCOMES,
  scopeKind: SCOPE_KINDS,
  resourceKind: RESOURCE_KINDS,
  programOutcome: PROGRAM_OUTCOMES,
  misuse: MISUSES,
} as const;

export type ClockCause = (typeof CLOCK_CAUSES)[number];
export type HandleCause = (typeof HANDLE_CAUSES)[number];
export type WaitReason = (typeof WAIT_REASONS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type ScopeKind = (typeof SCOPE_KINDS)[number];
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
export type Misuse = (typeof MISUSES)[number];
export type ProgramOutcome = (typeof PROGRAM_OUTCOMES)[number];
