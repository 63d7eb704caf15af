import type { TaskId } from '../../../model/units';
import type { TaskView, World } from '../../../model/world';
import { findScope } from '../lookup';

/** A row of the tree of tasks, in the order in which rows are drawn. */
export interface TaskRow {
  readonly view: TaskView;
  /** 1 for a root. */
  readonly level: number;
  readonly parent: TaskId | null;
  /** Whether the parent waits for this task at this step, rather than only having created it. */
  readonly awaited: boolean;
  /** For each level from the second on, whether a guide line passes this row: the last says whether a sibling follows. */
  readonly guides: readonly boolean[];
  /** Position among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/**
 * The tasks of a world as a tree. A task stands below the task that waits for it; else below the owner of its scope;
 * else below its creator, so that rows seldom move while the recording plays. A circle of waiters is cut at its
 * first task.
 */
export function taskRows(world: World): readonly TaskRow[] {
  const waiters = waitersOf(world);
  const parents = parentsOf(world, waiters);
  const children = new Map<TaskId | null, TaskView[]>();
  for (const task of world.tasks) {
    const parent = parents.get(task.task) ?? null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [task]);
    else siblings.push(task);
  }
  const rows: TaskRow[] = [];
  const visit = (parent: TaskId | null, guides: readonly boolean[]): void => {
    const siblings = children.get(parent) ?? [];
    siblings.forEach((task, index) => {
      const own = parent === null ? guides : [...guides, index < siblings.length - 1];
      rows.push({
        view: task,
        level: own.length + 1,
        parent,
        awaited: parent !== null && (waiters.get(task.task)?.includes(parent) ?? false),
        guides: own,
        position: index + 1,
        siblings: siblings.length,
      });
      visit(task.task, own);
    });
  };
  visit(null, []);
  return rows;
}

/** Which tasks wait for a task, directly or through a scope, in order of creation. */
function waitersOf(world: World): ReadonlyMap<TaskId, readonly TaskId[]> {
  const waiters = new Map<TaskId, TaskId[]>();
  const note = (awaited: TaskId, waiter: TaskId): void => {
    const known = waiters.get(awaited);
    if (known === undefined) waiters.set(awaited, [waiter]);
    else known.push(waiter);
  };
  for (const { task, wait } of world.tasks) {
    if (wait === null) continue;
    if (wait.reason === 'task') note(wait.task, task);
    else if ('scope' in wait) for (const child of findScope(world, wait.scope)?.tasks ?? []) note(child, task);
  }
  return waiters;
}

function parentsOf(world: World, waiters: ReadonlyMap<TaskId, readonly TaskId[]>): ReadonlyMap<TaskId, TaskId> {
  const parents = new Map<TaskId, TaskId>();
  for (const task of world.tasks) {
    const owner = task.scope === null ? null : (findScope(world, task.scope)?.owner ?? null);
    const candidates = [...(waiters.get(task.task) ?? []), owner, task.createdBy];
    const parent = candidates.find((candidate) => candidate !== null && !closesCircle(parents, task.task, candidate));
    if (parent !== undefined && parent !== null) parents.set(task.task, parent);
  }
  return parents;
}

function closesCircle(parents: ReadonlyMap<TaskId, TaskId>, task: TaskId, candidate: TaskId): boolean {
  for (let above: TaskId | undefined = candidate; above !== undefined; above = parents.get(above)) if (above === task) return true;
  return false;
}
