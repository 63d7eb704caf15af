import type { ResourceId, ScopeId, TaskId } from '../../model/units';
import type { ResourceView, ScopeView, TaskView, World } from '../../model/world';

/** Ids count from 1 in order of creation, so an entity mostly stands at its id minus one; where it does not, it is searched. */
function byId<Entity>(entities: readonly Entity[], id: number, idOf: (entity: Entity) => number): Entity | undefined {
  const guess = entities[id - 1];
  return guess !== undefined && idOf(guess) === id ? guess : entities.find((entity) => idOf(entity) === id);
}

export const findTask = (world: World, task: TaskId): TaskView | undefined => byId(world.tasks, task, (view) => view.task);

export const findResource = (world: World, resource: ResourceId): ResourceView | undefined =>
  byId(world.resources, resource, (view) => view.resource);

export const findScope = (world: World, scope: ScopeId): ScopeView | undefined => byId(world.scopes, scope, (view) => view.scope);

/** What to call whoever did something: a task's label, or the program outside any task. */
export const actorLabel = (world: World, task: TaskId | null): string =>
  task === null ? 'the program' : (findTask(world, task)?.label ?? `task ${task}`);
