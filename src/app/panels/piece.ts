import type { ResourceId, Step, TaskId } from '../../model/units';
import type { Place, World } from '../../model/world';
import { actorLabel, findResource } from './lookup';

/** A name that leads to what it names, or a step to travel to. */
export type Link =
  | { readonly kind: 'task'; readonly task: TaskId; readonly label: string }
  | { readonly kind: 'resource'; readonly resource: ResourceId; readonly name: string }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'step'; readonly step: Step; readonly text: string };

/** A piece of a line in a panel: words, Python as it is written or shown, or a link. */
export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'code'; readonly text: string } | Link;

export const words = (text: string): Piece => ({ kind: 'text', text });

/** A task by its label; the program, outside any task, has nothing to lead to. */
export const taskPiece = (world: World, task: TaskId | null): Piece =>
  task === null ? words('the program') : { kind: 'task', task, label: actorLabel(world, task) };

export const resourcePiece = (world: World, resource: ResourceId): Piece => ({
  kind: 'resource',
  resource,
  name: findResource(world, resource)?.name ?? 'a resource',
});

/** " at main.py:12", or nothing where no place in the user's files is known. */
export const atPlace = (place: Place | null): readonly Piece[] => (place === null ? [] : [words(' at '), { kind: 'place', place }]);

/** "a, b and 3 more", each leading to its task. */
export function taskPieces(world: World, tasks: readonly (TaskId | null)[], most = 6): readonly Piece[] {
  const named = tasks.slice(0, most).flatMap((task, position) => [...(position === 0 ? [] : [words(', ')]), taskPiece(world, task)]);
  return tasks.length > most ? [...named, words(` and ${(tasks.length - most).toLocaleString('en')} more`)] : named;
}

/** What stands on the page, without the links. */
export const pieceText = (piece: Piece): string => {
  switch (piece.kind) {
    case 'text':
    case 'code':
    case 'step':
      return piece.text;
    case 'task':
      return piece.label;
    case 'resource':
      return piece.name;
    case 'place':
      return `${piece.place.file}:${piece.place.line}`;
  }
};
