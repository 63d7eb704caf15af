/**
 * What asyncio's own callbacks are for, by the names under which CPython 3.14 schedules them (Lib/asyncio). They follow
 * "a callback that". Whatever is not here is the user's.
 */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['_set_result_unless_cancelled', 'ends the sleep'],
  ['Timeout._on_timeout', 'cancels what is still running in the timeout'],
  ['TaskGroup._on_task_done', 'tells the TaskGroup that its task is finished'],
  ['gather.<locals>._done_callback', 'tells gather that one of its tasks is finished'],
  ['_wait.<locals>._on_completion', 'tells asyncio.wait that one of its tasks is finished'],
  ['_release_waiter', 'ends the waiting, because its time is up'],
  ['_AsCompletedIterator._handle_completion', 'hands the finished task to as_completed'],
  ['_AsCompletedIterator._handle_timeout', 'ends as_completed, because its time is up'],
  ['shield.<locals>._inner_done_callback', 'hands on the result of the shielded task'],
  ['shield.<locals>._outer_done_callback', 'parts the shielded task from whoever waited for it'],
  ['shield.<locals>._clear_awaited_by_callback', 'notes that the shielded task is waited for no more'],
  ['_log_on_exception', 'would report an exception of the shielded task, which nobody waits for any more'],
  ['_run_until_complete_cb', 'makes the loop stop, since what it was run for is finished'],
  ['BaseEventLoop.stop', 'makes the loop stop at the end of this turn'],
  ['Future.set_result', 'puts the result into a future'],
  ['_chain_future.<locals>._set_state', 'copies a result from one future to another'],
  ['_chain_future.<locals>._call_set_state', 'copies a result from one future to another'],
  ['_chain_future.<locals>._call_check_cancel', 'hands a cancellation on from one future to another'],
  ['run_coroutine_threadsafe.<locals>.callback', 'starts the coroutine that was handed over'],
]);

export const SLEEP_CALLBACK = '_set_result_unless_cancelled';
export const TIMEOUT_CALLBACK = 'Timeout._on_timeout';
export const TASK_GROUP_CALLBACK = 'TaskGroup._on_task_done';
export const RUN_CALLBACK = '_run_until_complete_cb';

/** What a callback of asyncio's own does; null for one of the user's. */
export const purposeOf = (label: string): string | null => PURPOSES.get(label) ?? null;
