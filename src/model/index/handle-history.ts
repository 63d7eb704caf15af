import { Int32List } from '../int32-list';
import { KIND } from '../vocabulary';
import { KeyframedFold } from './keyframed-fold';
import type { Source } from './source';

/** "Not yet", in the lists of what happened to each handle. */
const NEVER = -1;

/**
 * The ready queue and the timers.
 *
 * The ready queue is first in, first out: who is in it at a step lies between the first that has not left by then and the
 * last that had entered. Cancelled handles stay in asyncio's queue until their turn comes, but are not counted here.
 */
export class HandleHistory {
  /** For each handle: the events that made it, put it in the ready queue, took it out and cancelled it. */
  private readonly creations = new Int32List();
  private readonly entries = new Int32List();
  private readonly exits = new Int32List();
  private readonly cancellations = new Int32List();
  /** For each handle: the first `suspend` of a task that sleeps on it. */
  private readonly sleeps = new Int32List();
  /** The handles in the order in which they entered the ready queue, and the events by which they did. */
  private readonly queue = new Int32List();
  private readonly queueEntries = new Int32List();
  /** The events after which the queue began further on, and where (a position in `queue`). */
  private readonly advances = new Int32List();
  private readonly fronts = new Int32List();
  private front = 0;
  private readonly timers: KeyframedFold<number[]>;
  private readonly source: Source;
  private loop = 0;
  private readonly loopStops = new Int32List(4);

  constructor(source: Source) {
    this.source = source;
    this.timers = new KeyframedFold<number[]>({
      initial: () => [],
      copy: (live) => [...live],
      size: (live) => live.length,
      apply: (live, event) => this.changeTimers(live, event),
    });
  }

  get byteLength(): number {
    const lists = [
      this.creations,
      this.entries,
      this.exits,
      this.cancellations,
      this.sleeps,
      this.queue,
      this.queueEntries,
      this.advances,
      this.fronts,
    ];
    return lists.reduce((sum, list) => sum + list.byteLength, this.timers.byteLength);
  }

  /** A `handle` or `timer` event. */
  create(event: number, handle: number): void {
    this.creations.push(event);
    this.entries.push(NEVER);
    this.exits.push(NEVER);
    this.cancellations.push(NEVER);
    this.sleeps.push(NEVER);
    if (this.source.recording.kindAt(event) === KIND.timer) this.timers.append(event);
    else this.enter(event, handle);
  }

  due(event: number, handle: number): void {
    this.timers.append(event);
    this.enter(event, handle);
  }

  cancel(event: number, handle: number): void {
    if (this.cancellations.at(handle - 1) !== NEVER) return;
    this.cancellations.set(handle - 1, event);
    if (this.isWaitingTimer(handle)) this.timers.append(event);
  }

  /** A `run` or `dropped` event. */
  leave(event: number, handle: number): void {
    if (this.isWaitingTimer(handle)) this.timers.append(event);
    this.exits.set(handle - 1, event);
    this.advance(event);
  }

  sleep(event: number, handle: number): void {
    if (this.sleeps.at(handle - 1) === NEVER) this.sleeps.set(handle - 1, event);
  }

  /** A `loopStart` event. What another loop still had queued when it stopped goes with that loop. */
  startLoop(event: number, loop: number): void {
    const another = this.loop !== 0 && this.loop !== loop;
    this.loop = loop;
    if (!another) return;
    const stopped = this.lastLoopStop(event);
    for (let position = this.front; position < this.queue.length && this.queueEntries.at(position) < stopped; position++) {
      const handle = this.queue.at(position);
      if (this.exits.at(handle - 1) === NEVER) this.exits.set(handle - 1, event);
    }
    this.advance(event);
    this.timers.append(event);
  }

  stopLoop(event: number): void {
    this.loopStops.push(event);
  }

  /** The handles in the ready queue at a step, next first, without cancelled ones. */
  readyAt(step: number): readonly number[] {
    const ready: number[] = [];
    const advance = this.advances.countBelow(step) - 1;
    const end = this.queueEntries.countBelow(step);
    for (let position = advance === -1 ? 0 : this.fronts.at(advance); position < end; position++) {
      const handle = this.queue.at(position);
      if (!isBefore(this.exits.at(handle - 1), step) && !isBefore(this.cancellations.at(handle - 1), step)) ready.push(handle);
    }
    return ready;
  }

  /** The timers that are neither due nor cancelled at a step, in order of creation. */
  timersAt(step: number): readonly number[] {
    return this.timers.at(step);
  }

  /** The `handle` or `timer` event that made a handle. */
  creation(handle: number): number {
    return this.creations.at(handle - 1);
  }

  /** The task that a handle steps, by its own `handle` event; 0 for callbacks and timers. */
  steppedTask(handle: number): number {
    const creation = this.creation(handle);
    return this.source.recording.kindAt(creation) === KIND.handle ? this.source.recording.fieldAt(creation, 1) : 0;
  }

  /** Whether a handle was in the ready queue before a step, or is still. */
  hasEntered(handle: number, step: number): boolean {
    return isBefore(this.entries.at(handle - 1), step);
  }

  /** The `suspend` by which a task began to sleep on a timer before a step, or -1. */
  sleepAt(handle: number, step: number): number {
    const event = this.sleeps.at(handle - 1);
    return isBefore(event, step) ? event : NEVER;
  }

  private enter(event: number, handle: number): void {
    this.entries.set(handle - 1, event);
    this.queue.push(handle);
    this.queueEntries.push(event);
  }

  private advance(event: number): void {
    const before = this.front;
    while (this.front < this.queue.length && this.exits.at(this.queue.at(this.front) - 1) !== NEVER) this.front++;
    if (this.front === before) return;
    this.advances.push(event);
    this.fronts.push(this.front);
  }

  private isWaitingTimer(handle: number): boolean {
    return this.entries.at(handle - 1) === NEVER;
  }

  private lastLoopStop(event: number): number {
    return this.loopStops.lastBelow(event);
  }

  /** Changes the list of live timers, which is in order of creation: that of their numbers. */
  private changeTimers(live: number[], event: number): void {
    const { recording } = this.source;
    const handle = recording.fieldAt(event, 0);
    switch (recording.kindAt(event)) {
      case KIND.timer:
        live.push(handle);
        break;
      case KIND.loopStart: {
        const stopped = this.lastLoopStop(event);
        const kept = live.filter((timer) => this.creation(timer) >= stopped);
        live.splice(0, live.length, ...kept);
        break;
      }
      default: {
        const position = positionInOrder(live, handle);
        if (live[position] === handle) live.splice(position, 1);
      }
    }
  }
}

/** Where a number is, or would be, in a list in ascending order. */
function positionInOrder(list: readonly number[], wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBefore = (event: number, step: number): boolean => event !== NEVER && event < step;
