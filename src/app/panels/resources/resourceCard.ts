import { count } from '../../../analysis/explain/phrase';
import { shareOf } from '../../../model/share';
import type { ResourceId, TaskId } from '../../../model/units';
import type { ResourceKind, WaitReason } from '../../../model/vocabulary';
import type { Place, ResourceView, World } from '../../../model/world';
import { actorLabel, findResource, findTask } from '../lookup';
import { networkDrawing, networkWait } from './networkDrawing';
import type { Seat } from './seat';

/** Tasks that wait for the same thing of a resource, in the order of arrival. */
export interface WaiterGroup {
  readonly title: string;
  /** Where it is drawn: getters stand where items leave a queue, putters where they enter it, all others below. */
  readonly side: 'exit' | 'entry' | 'below';
  readonly tasks: readonly { readonly task: TaskId; readonly label: string }[];
}

/** What the panel draws for a resource. */
export interface ResourceCard {
  readonly resource: ResourceId;
  readonly name: string;
  readonly kind: string;
  /** "0 of 2 permits free". */
  readonly summary: string;
  readonly place: Place | null;
  /** An event is a gate; others have none. */
  readonly gate: 'open' | 'closed' | null;
  readonly seats: readonly Seat[];
  readonly waiters: readonly WaiterGroup[];
  /** What changed about it in this step. */
  readonly changes: readonly string[];
}

/** Seats beyond this many are counted, not drawn. */
const MOST_SEATS = 24;

/** A resource at a step, drawn as what it is, with what changed about it. */
export function resourceCard(world: World, resource: ResourceView, changes: readonly string[]): ResourceCard {
  return {
    resource: resource.resource,
    name: resource.name,
    kind: resource.kind,
    place: resource.place,
    changes,
    waiters: waiterGroups(world, resource),
    ...drawing(world, resource),
  };
}

type Drawing = Pick<ResourceCard, 'summary' | 'gate' | 'seats'>;

function drawing(world: World, resource: ResourceView): Drawing {
  const { value, capacity } = resource;
  switch (resource.kind) {
    case 'Semaphore':
    case 'BoundedSemaphore':
    case 'ConnectionPool':
      return {
        gate: null,
        summary: `${value} of ${capacity} ${shareOf(resource.kind)}s free`,
        seats: seatsOf(permitSeats(world, resource), value, 'free'),
      };
    case 'Lock':
      return lockDrawing(world, resource);
    case 'Condition': {
      const lock = resource.lock === null ? undefined : findResource(world, resource.lock);
      return lockDrawing(world, lock ?? resource);
    }
    case 'Event':
      return { gate: value === 1 ? 'open' : 'closed', summary: value === 1 ? 'set: all go through' : 'not set: all must wait', seats: [] };
    case 'Barrier':
      return {
        gate: null,
        summary: `${value} of ${capacity} arrived`,
        seats: seatsOf(arrivedSeats(world, resource), Math.max(0, capacity - value), 'missing'),
      };
    case 'Queue':
    case 'PriorityQueue':
    case 'LifoQueue':
      return queueDrawing(resource);
    case 'Server':
    case 'Connection':
    case 'Session':
      return networkDrawing(resource, resource.kind);
  }
}

function lockDrawing(world: World, lock: ResourceView): Drawing {
  const held = heldSeats(world, lock);
  const taken = lock.value > 0 || held.length > 0;
  return {
    gate: null,
    summary: taken ? 'locked' : 'free',
    seats: taken && held.length > 0 ? held : [{ kind: 'free', label: taken ? 'locked' : 'free' }],
  };
}

/** In which order a queue hands out its items, where it is not that in which they came. */
const ORDERS: { readonly [K in ResourceKind]?: string } = { PriorityQueue: 'smallest first', LifoQueue: 'last in, first out' };

function queueDrawing(queue: ResourceView): Drawing {
  const items: Seat[] = queue.items.map(({ item, text }, index) => ({ kind: 'item', item, label: text, next: index === 0 }));
  const bounded = queue.capacity > 0;
  const level = bounded ? `${queue.value} of ${queue.capacity}` : count(queue.value, 'item');
  const order = ORDERS[queue.kind];
  const unfinished = queue.unfinished > 0 ? ` · ${queue.unfinished} unfinished` : '';
  return {
    gate: null,
    summary: `${level}${unfinished}${order === undefined ? '' : ` · ${order}`}`,
    seats: seatsOf(items, bounded ? Math.max(0, queue.capacity - items.length) : 0, 'empty'),
  };
}

const heldSeats = (world: World, resource: ResourceView): Seat[] =>
  resource.holders.map((task) => ({ kind: 'held', task, label: actorLabel(world, task) }));

/** The permits that are not free: those that tasks hold, and those given to woken waiters that have not run yet. */
function permitSeats(world: World, semaphore: ResourceView): readonly Seat[] {
  const held = heldSeats(world, semaphore);
  const promised = Math.max(0, semaphore.capacity - semaphore.value - held.length);
  const woken = semaphore.waiters.filter(({ task }) => findTask(world, task)?.state === 'ready').slice(0, promised);
  const names = [
    ...woken.map(({ task }) => `for ${actorLabel(world, task)}`),
    ...Array<string>(promised - woken.length).fill('handed over'),
  ];
  return [...held, ...names.map((label): Seat => ({ kind: 'promised', label }))];
}

const arrivedSeats = (world: World, barrier: ResourceView): Seat[] =>
  barrier.waiters.map(({ task }) => ({ kind: 'held', task, label: actorLabel(world, task) }));

/** The taken seats and then the free ones, cut at `MOST_SEATS` with a count of the rest. */
function seatsOf(taken: readonly Seat[], free: number, freeLabel: string): readonly Seat[] {
  const total = taken.length + free;
  const drawn = taken.slice(0, MOST_SEATS);
  const drawnFree = Math.min(free, MOST_SEATS - drawn.length);
  const seats: Seat[] = [...drawn, ...Array.from({ length: drawnFree }, (): Seat => ({ kind: 'free', label: freeLabel }))];
  const rest = total - seats.length;
  return rest === 0 ? seats : [...seats, { kind: 'more', label: `and ${rest.toLocaleString('en')} more` }];
}

/** What a group of waiters is called, by what it waits for. */
function groupTitle(resource: ResourceView, reason: WaitReason): string {
  switch (reason) {
    case 'get':
    case 'put':
      return `${reason}() blocked`;
    case 'join':
      return 'join() waits';
    case 'wait':
      return resource.kind === 'Condition' ? 'waiting to be notified' : 'waiting';
    default:
      return resource.kind === 'Condition' ? 'waiting for the lock' : 'waiting';
  }
}

function waiterGroups(world: World, resource: ResourceView): readonly WaiterGroup[] {
  if (resource.kind === 'Barrier') return [];
  const groups = new Map<string, WaiterGroup & { readonly tasks: { task: TaskId; label: string }[] }>();
  for (const { task, reason, io } of resource.waiters) {
    const title = reason === 'io' ? networkWait(io) : groupTitle(resource, reason);
    const group = groups.get(title) ?? { title, side: reason === 'get' ? 'exit' : reason === 'put' ? 'entry' : 'below', tasks: [] };
    group.tasks.push({ task, label: actorLabel(world, task) });
    groups.set(title, group);
  }
  return [...groups.values()];
}
