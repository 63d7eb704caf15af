import type { ScopeView, TaskView, World } from '../../../model/world';
import { findScope, findTask } from '../lookup';
import { isOfAsyncio, showsTask, type TaskFilter } from './taskFilter';

/** What a row stands for: a task, or a scope that is open and ties tasks to its owner. */
type TreeNode = { readonly kind: 'task'; readonly view: TaskView } | { readonly kind: 'scope'; readonly view: ScopeView };

/** What tells rows apart and stays the same from step to step: a task's id, or a scope's with a minus sign. */
export type RowKey = number;

/** A row of the tree of tasks, in the order in which rows are drawn. */
export interface TaskRow {
  readonly key: RowKey;
  readonly node: TreeNode;
  /** 1 for a root. */
  readonly level: number;
  readonly parent: RowKey | null;
  /** Whether somebody waits for it through its parent at this step, rather than only having created it. */
  readonly awaited: boolean;
  /** For each level from the second on, whether a guide line passes this row: the last says whether a sibling follows. */
  readonly guides: readonly boolean[];
  /** Position among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

const keyOf = ({ kind, view }: TreeNode): RowKey => (kind === 'task' ? view.task : -view.scope);

/**
 * The tasks of a world as a tree, with its open scopes as nodes. A task stands below whoever waits for it, a task or a
 * scope; else below the scope that it belongs to; else below its creator, so that rows seldom move while the recording
 * plays. A scope stands below its owner, or inside the block in which it was opened. A circle of waiters is cut at its
 * first task. What the filter lets through is shown together with what it stands below.
 */
export function taskRows(world: World, filter: TaskFilter): readonly TaskRow[] {
  const nodes: readonly TreeNode[] = [
    ...world.tasks.map((view): TreeNode => ({ kind: 'task', view })),
    ...openScopes(world).map((view): TreeNode => ({ kind: 'scope', view })),
  ];
  const waits = waitersOf(world);
  const parents = parentsOf(world, waits);
  const shown = shownKeys(world, nodes, parents, filter);
  const children = new Map<RowKey | null, TreeNode[]>();
  for (const node of nodes) {
    if (!shown.has(keyOf(node))) continue;
    const parent = parents.get(keyOf(node)) ?? null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  const rows: TaskRow[] = [];
  const visit = (parent: RowKey | null, guides: readonly boolean[]): void => {
    const siblings = children.get(parent) ?? [];
    siblings.forEach((node, index) => {
      const own = parent === null ? guides : [...guides, index < siblings.length - 1];
      const key = keyOf(node);
      rows.push({
        key,
        node,
        level: own.length + 1,
        parent,
        awaited: parent !== null && isAwaited(waits, key, parent),
        guides: own,
        position: index + 1,
        siblings: siblings.length,
      });
      visit(key, own);
    });
  };
  visit(null, []);
  return rows;
}

const openScopes = (world: World): readonly ScopeView[] => world.scopes.filter(({ ended }) => ended === null);

/** For each task or scope, which tasks wait for it themselves, in order of creation. */
type Waiters = ReadonlyMap<RowKey, readonly RowKey[]>;

function waitersOf(world: World): Waiters {
  const waiters = new Map<RowKey, RowKey[]>();
  for (const { task, wait } of world.tasks) {
    const awaited = wait === null ? null : wait.reason === 'task' ? wait.task : 'scope' in wait ? -wait.scope : null;
    if (awaited === null) continue;
    const known = waiters.get(awaited);
    if (known === undefined) waiters.set(awaited, [task]);
    else known.push(task);
  }
  return waiters;
}

/** A scope, if anybody waits for it; a task below a scope, if anybody waits for that; a task below a task, if this one does. */
function isAwaited(waiters: Waiters, key: RowKey, parent: RowKey): boolean {
  if (key < 0) return waiters.has(key);
  return parent < 0 ? waiters.has(parent) : (waiters.get(key)?.includes(parent) ?? false);
}

type Parents = ReadonlyMap<RowKey, RowKey>;

function parentsOf(world: World, waiters: Waiters): Parents {
  const scopes = openScopes(world);
  const parents = new Map<RowKey, RowKey>(scopeParents(scopes));
  const awaitedScopes = new Map<number, RowKey>();
  for (const { scope, tasks } of scopes) {
    if (waiters.has(-scope)) for (const task of tasks) if (!awaitedScopes.has(task)) awaitedScopes.set(task, -scope);
  }
  for (const { task, scope, createdBy } of world.tasks) {
    const own = scope === null ? undefined : findScope(world, scope);
    const candidates = [
      ...(waiters.get(task) ?? []),
      awaitedScopes.get(task),
      own === undefined || own.ended !== null ? undefined : -own.scope,
      own?.owner,
      createdBy,
    ];
    const parent = candidates.find((candidate) => candidate != null && !closesCircle(parents, task, candidate));
    if (parent != null) parents.set(task, parent);
  }
  return parents;
}

/** The scopes that are blocks of code: what their owner opens within stands inside. */
const isBlock = ({ kind }: ScopeView): boolean => kind === 'TaskGroup' || kind === 'timeout';

function scopeParents(scopes: readonly ScopeView[]): [RowKey, RowKey][] {
  const innermost = new Map<number, RowKey>();
  const parents: [RowKey, RowKey][] = [];
  for (const scope of scopes) {
    if (scope.owner === null) continue;
    parents.push([-scope.scope, innermost.get(scope.owner) ?? scope.owner]);
    if (isBlock(scope)) innermost.set(scope.owner, -scope.scope);
  }
  return parents;
}

function closesCircle(parents: Parents, key: RowKey, candidate: RowKey): boolean {
  for (let above: RowKey | undefined = candidate; above !== undefined; above = parents.get(above)) if (above === key) return true;
  return false;
}

/** Unless one searches, scopes are shown with those who opened them: asyncio's own tasks have some, too. */
function showsScope(world: World, { which, query }: TaskFilter, { owner }: ScopeView): boolean {
  const opener = owner === null ? undefined : findTask(world, owner);
  return query === '' && (which === 'all' || opener === undefined || !isOfAsyncio(opener));
}

/** The tasks that pass the filter, what they stand below, and, unless one searches, the scopes of those. */
function shownKeys(world: World, nodes: readonly TreeNode[], parents: Parents, filter: TaskFilter): ReadonlySet<RowKey> {
  const shown = new Set<RowKey>();
  const show = (key: RowKey): void => {
    for (let above: RowKey | undefined = key; above !== undefined && !shown.has(above); above = parents.get(above)) shown.add(above);
  };
  for (const node of nodes) {
    if (node.kind === 'task' ? showsTask(filter, node.view) : showsScope(world, filter, node.view)) show(keyOf(node));
  }
  return shown;
}
