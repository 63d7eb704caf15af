import type { ResourceId, TaskId } from '../../../model/units';
import type { Place, ResourceView, ScopeView, TaskState, World } from '../../../model/world';
import { actorLabel, findResource, findScope } from '../lookup';
import { isFinished, scopeNote, taskReason, unfinishedOf } from './reason';
import { showsTask, type TaskFilter } from './taskFilter';

/** What pressing a node selects. */
export type NodeTarget =
  | { readonly kind: 'task'; readonly task: TaskId }
  | { readonly kind: 'resource'; readonly resource: ResourceId }
  | { readonly kind: 'scope'; readonly place: Place | null };

/** A task, a resource or an open scope. */
export interface WaitNode {
  readonly key: string;
  readonly label: string;
  /** The accessible name: the same words as in the tree. */
  readonly name: string;
  readonly state: TaskState | null;
  readonly target: NodeTarget;
}

/** `waits`: the first waits for the second. `holds`: the second holds the first. `contains`: the second is an unfinished task of the first. */
export interface WaitEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'waits' | 'holds' | 'contains';
}

export interface WaitGraph {
  readonly nodes: readonly WaitNode[];
  readonly edges: readonly WaitEdge[];
  /** How many more tasks there are than are drawn. */
  readonly leftOut: number;
}

/** Of more tasks, these many are drawn: nobody can follow more lines, and to lay them out takes time. */
const MOST_TASKS = 60;

const taskKey = (task: TaskId): string => `t${task}`;
const scopeKey = ({ scope }: Pick<ScopeView, 'scope'>): string => `s${scope}`;
const resourceKey = ({ resource }: Pick<ResourceView, 'resource'>): string => `r${resource}`;

/**
 * Who waits for whom at a step. An edge leads from whoever cannot go on to what it needs: from a task to what it waits for,
 * from a resource to its holders, from a scope to its unfinished tasks. A circle of edges is a deadlock in the making.
 */
export function waitGraph(world: World, filter: TaskFilter): WaitGraph {
  const wanted = world.tasks.filter((task) => !isFinished(task.state) && showsTask(filter, task));
  const tasks = wanted.slice(0, MOST_TASKS);
  const nodes = new Map<string, WaitNode>();
  const edges: WaitEdge[] = [];
  for (const task of tasks) {
    const { task: id, label, state } = task;
    const reason = taskReason(world, task);
    const name = reason === '' ? `${label} ${state}` : `${label} ${state}, ${reason}`;
    nodes.set(taskKey(id), { key: taskKey(id), label, name, state, target: { kind: 'task', task: id } });
  }
  const connect = (from: string, to: string, kind: WaitEdge['kind']): void => {
    if (nodes.has(from) && nodes.has(to)) edges.push({ from, to, kind });
  };
  const addScope = (scope: ScopeView): void => {
    if (nodes.has(scopeKey(scope))) return;
    nodes.set(scopeKey(scope), scopeNode(world, scope));
    for (const child of unfinishedOf(world, scope)) connect(scopeKey(scope), taskKey(child), 'contains');
  };
  const addResource = (resource: ResourceView): void => {
    if (nodes.has(resourceKey(resource))) return;
    nodes.set(resourceKey(resource), resourceNode(resource));
    for (const holder of new Set(resource.holders)) if (holder !== null) connect(resourceKey(resource), taskKey(holder), 'holds');
  };
  for (const { task, wait } of tasks) {
    if (wait === null) continue;
    if (wait.reason === 'task') connect(taskKey(task), taskKey(wait.task), 'waits');
    else if ('scope' in wait) {
      const scope = findScope(world, wait.scope);
      if (scope === undefined) continue;
      addScope(scope);
      connect(taskKey(task), scopeKey(scope), 'waits');
    } else if ('resource' in wait) {
      const resource = neededFor(world, wait.resource, wait.reason);
      if (resource === undefined) continue;
      addResource(resource);
      connect(taskKey(task), resourceKey(resource), 'waits');
    }
  }
  for (const resource of world.resources)
    if (resource.holders.some((holder) => holder !== null && nodes.has(taskKey(holder)))) addResource(resource);
  return { nodes: [...nodes.values()], edges, leftOut: wanted.length - tasks.length };
}

/** Who wants to acquire a Condition waits for its lock. */
function neededFor(world: World, id: ResourceId, call: string): ResourceView | undefined {
  const resource = findResource(world, id);
  return call === 'acquire' && resource?.lock != null ? findResource(world, resource.lock) : resource;
}

function scopeNode(world: World, scope: ScopeView): WaitNode {
  const name = `${scope.kind} of ${actorLabel(world, scope.owner)}, ${scopeNote(world, scope)}`;
  return { key: scopeKey(scope), label: scope.kind, name, state: null, target: { kind: 'scope', place: scope.place } };
}

function resourceNode(resource: ResourceView): WaitNode {
  const { name, kind } = resource;
  return {
    key: resourceKey(resource),
    label: name,
    name: `${name}, ${kind}`,
    state: null,
    target: { kind: 'resource', resource: resource.resource },
  };
}
