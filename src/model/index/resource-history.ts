import { targetOfWait } from '../fields';
import { Int32List } from '../int32-list';
import { KIND } from '../vocabulary';
import { KeyframedFold } from './keyframed-fold';
import type { Source } from './source';

/** What is known of a resource at a step. Numbers are those of the events: task 0 is the program itself. */
export interface ResourceState {
  value: number;
  capacity: number;
  unfinished: number;
  lock: number;
  /** Tasks, in order of acquisition, one entry for each permit. */
  holders: number[];
  /** The `suspend` events of the tasks that wait, in order. */
  waiters: number[];
  /** The `itemPut` events of a queue's items, next first. */
  items: number[];
  /** The text of its `address` event; 0 for none. */
  address: number;
  closed: boolean;
}

/** Each resource's numbers, holders, waiters and items. A woken waiter waits, as in asyncio's own queue, until it runs. */
export class ResourceHistory {
  private readonly creations = new Int32List();
  private readonly states: KeyframedFold<ResourceState>[] = [];
  /** The resource for which each task waits, 0 for none. */
  private readonly waitedFor = new Int32List();
  /** The resource that what is under way belongs to, by its number. */
  private readonly ofIo = new Map<number, number>();
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  get byteLength(): number {
    return this.states.reduce((sum, state) => sum + state.byteLength, this.creations.byteLength + this.waitedFor.byteLength);
  }

  addTask(): void {
    this.waitedFor.push(0);
  }

  create(event: number): void {
    this.creations.push(event);
    const resource = this.creations.length;
    this.states.push(
      new KeyframedFold<ResourceState>({
        initial: () => ({ value: 0, capacity: 0, unfinished: 0, lock: 0, holders: [], waiters: [], items: [], address: 0, closed: false }),
        copy: (state) => ({ ...state, holders: [...state.holders], waiters: [...state.waiters], items: [...state.items] }),
        size: (state) => state.holders.length + state.waiters.length + state.items.length,
        apply: (state, changing) => this.change(state, changing, resource),
      }),
    );
  }

  /** An event whose first field is the resource. */
  append(event: number, resource: number): void {
    this.states[resource - 1]?.append(event);
  }

  suspend(event: number, task: number, reason: number, target: number): void {
    this.stopWaiting(event, task);
    const resource = this.resourceOf(reason, target);
    if (resource === 0) return;
    this.waitedFor.set(task - 1, resource);
    this.append(event, resource);
  }

  /** Notes that what is under way belongs to a resource, unless it belongs to one already. */
  addIo(event: number, resource: number, io: number): void {
    if (!this.ofIo.has(io)) this.ofIo.set(io, resource);
    this.append(event, resource);
  }

  /** The resource at which a task waits, by the WaitReason and its target; 0 for none. */
  private resourceOf(reason: number, target: number): number {
    const entity = targetOfWait(reason);
    if (entity === 'io') return this.ofIo.get(target) ?? 0;
    return entity === 'resource' ? target : 0;
  }

  /** The task runs again, or has ended. */
  stopWaiting(event: number, task: number): void {
    const resource = this.waitedFor.at(task - 1);
    if (resource === 0) return;
    this.waitedFor.set(task - 1, 0);
    this.append(event, resource);
  }

  countAt(step: number): number {
    return this.creations.countBelow(step);
  }

  creation(resource: number): number {
    return this.creations.at(resource - 1);
  }

  /** The latest event that changed anything about a resource, its creation included. */
  latestChange(resource: number, step: number): number {
    return Math.max(this.creation(resource), this.states[resource - 1]?.latestEvent(step) ?? -1);
  }

  stateAt(resource: number, step: number): ResourceState {
    const states = this.states[resource - 1];
    if (states === undefined) throw new RangeError(`there is no resource ${resource}`);
    return states.at(step);
  }

  private change(state: ResourceState, event: number, resource: number): void {
    const { recording } = this.source;
    switch (recording.kindAt(event)) {
      case KIND.level:
        state.value = recording.fieldAt(event, 1);
        state.capacity = recording.fieldAt(event, 2);
        state.unfinished = recording.fieldAt(event, 3);
        break;
      case KIND.resourceLock:
        state.lock = recording.fieldAt(event, 1);
        break;
      case KIND.acquired:
        state.holders.push(recording.fieldAt(event, 1));
        break;
      case KIND.released: {
        // Of several permits, the one taken last is given back first, as nested `async with` blocks do.
        const position = state.holders.lastIndexOf(recording.fieldAt(event, 1));
        if (position !== -1) state.holders.splice(position, 1);
        break;
      }
      case KIND.address:
        state.address = recording.fieldAt(event, 1);
        break;
      case KIND.closed:
        state.closed = true;
        break;
      case KIND.itemPut: {
        const position = recording.fieldAt(event, 3);
        state.items.splice(position === -1 ? state.items.length : position, 0, event);
        break;
      }
      case KIND.itemGot: {
        const item = recording.fieldAt(event, 1);
        const position = state.items.findIndex((put) => recording.fieldAt(put, 1) === item);
        if (position !== -1) state.items.splice(position, 1);
        break;
      }
      case KIND.run:
        this.removeWaiter(state, recording.fieldAt(event, 1));
        break;
      case KIND.taskDone:
        this.removeWaiter(state, recording.fieldAt(event, 0));
        break;
      case KIND.suspend:
        this.removeWaiter(state, recording.fieldAt(event, 0));
        if (this.resourceOf(recording.fieldAt(event, 1), recording.fieldAt(event, 2)) === resource) state.waiters.push(event);
        break;
    }
  }

  private removeWaiter(state: ResourceState, task: number): void {
    const position = state.waiters.findIndex((suspension) => this.source.recording.fieldAt(suspension, 0) === task);
    if (position !== -1) state.waiters.splice(position, 1);
  }
}
