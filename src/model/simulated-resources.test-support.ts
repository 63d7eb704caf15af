import type { Dice } from './dice.test-support';
import type { EventWriter } from './event-writer.test-support';
import type { SimulatedResource, SimulatedTask } from './simulated-task.test-support';

/** What a task that has to wait for a resource wants of it, and what it does once it is woken. */
export interface Want {
  readonly reason: 'acquire' | 'get' | 'put';
  readonly resource: SimulatedResource;
  readonly resumed: () => void;
}

/** The semaphores and queues of the simulated program. */
export class SimulatedResources {
  private readonly writer: EventWriter;
  private readonly dice: Dice;
  private readonly wake: (task: SimulatedTask) => void;
  private readonly semaphores: SimulatedResource[] = [];
  private readonly queues: SimulatedResource[] = [];
  private count = 0;
  private items = 0;

  constructor(writer: EventWriter, dice: Dice, wake: (task: SimulatedTask) => void) {
    this.writer = writer;
    this.dice = dice;
    this.wake = wake;
  }

  create(): void {
    for (let i = this.dice(3); i >= 0; i--) this.add('Semaphore', 1 + this.dice(3), this.semaphores);
    for (let i = this.dice(3); i >= 0; i--) this.add('Queue', this.dice(4), this.queues);
  }

  /** Takes a permit of some semaphore; null if it was to be had at once. */
  acquire(task: SimulatedTask): Want | null {
    const semaphore = this.pick(this.semaphores);
    if (task.held.length > 0) return null;
    const resumed = (): void => {
      semaphore.free--;
      task.held.push(semaphore);
      this.writeLevel(semaphore, semaphore.free);
      this.writer.write('acquired', semaphore.id, task.id);
    };
    return semaphore.free > 0 ? done(resumed) : { reason: 'acquire', resource: semaphore, resumed };
  }

  release(task: SimulatedTask): void {
    const semaphore = task.held.pop();
    if (semaphore === undefined) return;
    semaphore.free++;
    this.writeLevel(semaphore, semaphore.free);
    this.writer.write('released', semaphore.id, task.id);
    this.wakeNext(semaphore);
  }

  /** Before it waits for what others may give only once they have a permit. */
  releaseAll(task: SimulatedTask): void {
    while (task.held.length > 0) this.release(task);
  }

  /** Takes an item from some queue; null if there was one. */
  get(task: SimulatedTask): Want | null {
    this.releaseAll(task);
    return this.getFrom(this.pick(this.queues));
  }

  /** Puts an item into some queue, now and then ahead of others; null if there was room. */
  put(task: SimulatedTask): Want | null {
    this.releaseAll(task);
    return this.putInto(this.pick(this.queues));
  }

  private getFrom(queue: SimulatedResource): Want | null {
    const resumed = (): void => {
      const item = queue.items.shift();
      if (item === undefined) return;
      this.writer.write('itemGot', queue.id, item);
      this.writeLevel(queue, queue.items.length);
      this.wakeNext(queue);
    };
    return queue.items.length > 0 ? done(resumed) : { reason: 'get', resource: queue, resumed };
  }

  private putInto(queue: SimulatedResource): Want | null {
    const resumed = (): void => {
      const position = this.dice(4) === 0 ? this.dice(queue.items.length + 1) : -1;
      const item = ++this.items;
      queue.items.splice(position === -1 ? queue.items.length : position, 0, item);
      this.writer.write('itemPut', queue.id, item, `item ${this.dice(200)}`, position);
      this.writeLevel(queue, queue.items.length);
      this.wakeNext(queue);
    };
    return queue.capacity === 0 || queue.items.length < queue.capacity ? done(resumed) : { reason: 'put', resource: queue, resumed };
  }

  /** Puts an item into each empty queue and takes one from each full or long one, so that somebody can go on. */
  relieve(): void {
    for (const queue of this.queues) {
      if (queue.items.length === 0) this.putInto(queue);
      else if (queue.items.length >= Math.max(queue.capacity, 8)) this.getFrom(queue);
      this.wakeNext(queue);
    }
  }

  /** The task has ended. */
  forget(task: SimulatedTask): void {
    this.releaseAll(task);
    for (const { waiters } of [...this.semaphores, ...this.queues]) {
      if (waiters.includes(task)) waiters.splice(waiters.indexOf(task), 1);
    }
  }

  private add(kind: string, capacity: number, list: SimulatedResource[]): void {
    const resource: SimulatedResource = { id: ++this.count, capacity, free: capacity, items: [], waiters: [] };
    list.push(resource);
    this.writer.write('resource', resource.id, kind, `${kind.toLowerCase()}s[${list.length}]`, 'main.py:3');
    this.writeLevel(resource, kind === 'Queue' ? 0 : capacity);
  }

  private writeLevel(resource: SimulatedResource, value: number): void {
    this.writer.write('level', resource.id, value, resource.capacity, resource.items.length);
  }

  private wakeNext(resource: SimulatedResource): void {
    const next = resource.waiters.shift();
    if (next !== undefined) this.wake(next);
  }

  private pick(list: readonly SimulatedResource[]): SimulatedResource {
    const picked = list[this.dice(list.length)];
    if (picked === undefined) throw new Error('the simulated program has no resources yet');
    return picked;
  }
}

function done(act: () => void): null {
  act();
  return null;
}
