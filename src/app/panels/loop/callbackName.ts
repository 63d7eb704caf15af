/** What asyncio's own callbacks are for, by the end of their qualified name. */
const MEANINGS: readonly (readonly [suffix: string, meaning: string])[] = [
  ['_set_result_unless_cancelled', 'sleep is over'],
  ['Timeout._on_timeout', 'timeout'],
  ['_handle_timeout', 'timeout'],
  ['_release_waiter', 'timeout of wait'],
  ['_run_until_complete_cb', 'end of the run'],
  ['TaskGroup._on_task_done', 'TaskGroup: a child is done'],
  ['gather.<locals>._done_callback', 'gather: a child is done'],
  ['_wait.<locals>._on_completion', 'wait: a task is done'],
  ['_AsCompletedIterator._handle_completion', 'as_completed: a task is done'],
  ['shield.<locals>._inner_done_callback', 'shield: the inner task is done'],
  ['shield.<locals>._outer_done_callback', 'shield: the outer future is done'],
  ['shield.<locals>._clear_awaited_by_callback', 'shield: the inner task is done'],
];

/** What to call a plain callback: what it is for where it is asyncio's own, else its name; "callback" where it has none. */
export function callbackName(label: string): string {
  const known = MEANINGS.find(([suffix]) => label.endsWith(suffix));
  if (known !== undefined) return known[1];
  return label === '' ? 'callback' : label;
}
