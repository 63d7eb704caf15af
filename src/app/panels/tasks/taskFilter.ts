import type { TaskView } from '../../../model/world';
import { isFinished } from './reason';

/** Which tasks the panel shows. */
export interface TaskFilter {
  readonly which: WhichTasks;
  /** Part of a label, coroutine, name or state; empty: any. */
  readonly query: string;
}

/** Everything, everything but what asyncio.run starts for itself, or of these only what is not finished. */
type WhichTasks = 'all' | 'program' | 'unfinished';

export const WHICH_TASKS: readonly { readonly value: WhichTasks; readonly label: string; readonly detail: string }[] = [
  { value: 'program', label: "The program's tasks", detail: 'without those that asyncio starts for itself' },
  { value: 'unfinished', label: 'Unfinished tasks', detail: "the program's, as long as they have something to do" },
  { value: 'all', label: 'All tasks', detail: "with asyncio's own, which close the loop" },
];

/** Whether asyncio.run started a task for itself, to tidy up at the end: coroutines of BaseEventLoop such as shutdown_asyncgens. */
export const isOfAsyncio = ({ coro }: Pick<TaskView, 'coro'>): boolean => coro.startsWith('BaseEventLoop.');

/** Whether a task passes the filter. */
export function showsTask({ which, query }: TaskFilter, task: TaskView): boolean {
  if (which !== 'all' && isOfAsyncio(task)) return false;
  if (which === 'unfinished' && isFinished(task.state)) return false;
  if (query === '') return true;
  const sought = query.toLowerCase();
  return [task.label, task.coro, task.name, task.state].some((text) => text.toLowerCase().includes(sought));
}
