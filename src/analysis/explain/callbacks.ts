/** A callback of asyncio's own. */
interface Known {
  /** What the callback belongs to, after "a callback of". */
  readonly owner: string;
  /** What it does, after "a callback that". */
  readonly purpose: string;
}

/** asyncio's own callbacks, by the names under which CPython 3.14 schedules them (Lib/asyncio). What is not here is the user's. */
const KNOWN: ReadonlyMap<string, Known> = new Map([
  ['_set_result_unless_cancelled', { owner: 'a future', purpose: 'puts the result into the future that a task waits for' }],
  ['_end_io', { owner: 'something outside the program', purpose: 'hands over what has come from outside' }],
  ['Timeout._on_timeout', { owner: 'a timeout', purpose: 'cancels what is still running in the timeout' }],
  ['TaskGroup._on_task_done', { owner: 'the TaskGroup', purpose: 'tells the TaskGroup that a task is finished' }],
  ['gather.<locals>._done_callback', { owner: 'gather', purpose: 'tells gather that a task is finished' }],
  ['_wait.<locals>._on_completion', { owner: 'asyncio.wait', purpose: 'tells asyncio.wait that a task is finished' }],
  ['_release_waiter', { owner: 'asyncio.wait', purpose: 'ends the waiting, because its time is up' }],
  ['_AsCompletedIterator._handle_completion', { owner: 'as_completed', purpose: 'hands a finished task to as_completed' }],
  ['_AsCompletedIterator._handle_timeout', { owner: 'as_completed', purpose: 'ends as_completed, because its time is up' }],
  ['shield.<locals>._inner_done_callback', { owner: 'shield', purpose: 'hands on the result of the shielded task' }],
  ['shield.<locals>._outer_done_callback', { owner: 'shield', purpose: 'parts the shielded task from whoever waited for it' }],
  ['shield.<locals>._clear_awaited_by_callback', { owner: 'shield', purpose: 'notes that the shielded task is waited for no more' }],
  ['_log_on_exception', { owner: 'shield', purpose: 'would report an exception of the shielded task, for which nobody waits any more' }],
  ['_run_until_complete_cb', { owner: 'the loop itself', purpose: 'makes the loop stop, since what it was run for is finished' }],
  ['BaseEventLoop.stop', { owner: 'the loop itself', purpose: 'makes the loop stop at the end of this turn' }],
  ['Future.set_result', { owner: 'a future', purpose: 'puts the result into a future' }],
  ['_chain_future.<locals>._set_state', { owner: 'a future', purpose: 'copies a result from one future to another' }],
  ['_chain_future.<locals>._call_set_state', { owner: 'a future', purpose: 'copies a result from one future to another' }],
  ['_chain_future.<locals>._call_check_cancel', { owner: 'a future', purpose: 'looks whether a cancellation has to be handed on' }],
  ['run_coroutine_threadsafe.<locals>.callback', { owner: 'the loop itself', purpose: 'starts the coroutine that was handed over' }],
]);

export const SLEEP_CALLBACK = '_set_result_unless_cancelled';
export const TIMEOUT_CALLBACK = 'Timeout._on_timeout';
export const TASK_GROUP_CALLBACK = 'TaskGroup._on_task_done';
export const RUN_CALLBACK = '_run_until_complete_cb';

/** What the callback is as a timer: without one, transports use it, too. */
const SLEEP: Known = { owner: 'a sleep', purpose: 'ends the sleep' };

/** A callback of asyncio's own, by its label, and whether a timer calls it; undefined for one of the user's. */
export const knownCallback = (label: string, timer = false): Known | undefined =>
  timer && label === SLEEP_CALLBACK ? SLEEP : KNOWN.get(label);
