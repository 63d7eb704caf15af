import { Int32List } from '../int32-list';

/** Marks an entity without entries. */
const NONE = -1;

/**
 * For each entity (1, 2, 3…) the events that concern it, in ascending order, each with a value if `valued`.
 *
 * Entities may be a few with a million entries or a million with one, so all share one pool. An entity's entries lie in
 * blocks that double in size (1, 2, 4…): entry n is in block floor(log2(n + 1)). Blocks after the first begin with a link
 * to the one before, so any entry is found in a logarithmic number of hops, and little is reserved in vain.
 */
export class Histories {
  private readonly pool = new Int32List();
  private readonly tails = new Int32List();
  private readonly counts = new Int32List();
  private readonly width: 1 | 2;

  constructor(kind: 'events' | 'valued') {
    this.width = kind === 'valued' ? 2 : 1;
  }

  get byteLength(): number {
    return this.pool.byteLength + this.tails.byteLength + this.counts.byteLength;
  }

  /** Makes room for the next entity, without entries. */
  addEntity(): void {
    this.tails.push(NONE);
    this.counts.push(0);
  }

  /** Appends an event, which must lie after the entity's others. */
  append(entity: number, event: number, value = 0): void {
    const count = this.counts.at(entity - 1);
    const block = blockOf(count);
    const inBlock = count - firstOfBlock(block);
    if (inBlock === 0) {
      const start = this.pool.pushMany(linkSize(block) + (1 << block) * this.width, 0);
      if (block > 0) this.pool.set(start, this.tails.at(entity - 1));
      this.tails.set(entity - 1, start);
    }
    const position = this.tails.at(entity - 1) + linkSize(block) + inBlock * this.width;
    this.pool.set(position, event);
    if (this.width === 2) this.pool.set(position + 1, value);
    this.counts.set(entity - 1, count + 1);
  }

  count(entity: number): number {
    return this.counts.at(entity - 1);
  }

  /** How many of an entity's events lie before `step`. */
  countBefore(entity: number, step: number): number {
    const count = this.counts.at(entity - 1);
    if (count === 0) return 0;
    let block = blockOf(count - 1);
    let start = this.tails.at(entity - 1);
    let used = count - firstOfBlock(block);
    // What is past is asked for most often: all of an entity's events lie before most steps at which it is seen.
    if (this.pool.at(start + linkSize(block) + (used - 1) * this.width) < step) return count;
    // The last block holds half of all entries; back to the one that begins before the step.
    while (block > 0 && this.pool.at(start + 1) >= step) {
      start = this.pool.at(start);
      block--;
      used = 1 << block;
    }
    const entries = start + linkSize(block);
    let low = 0;
    let high = used;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.pool.at(entries + middle * this.width) < step) low = middle + 1;
      else high = middle;
    }
    return firstOfBlock(block) + low;
  }

  /** An entity's n-th event, from 0. */
  eventAt(entity: number, ordinal: number): number {
    return this.pool.at(this.position(entity, ordinal));
  }

  /** The value beside an entity's n-th event, from 0. */
  valueAt(entity: number, ordinal: number): number {
    return this.pool.at(this.position(entity, ordinal) + 1);
  }

  /** An entity's latest event before `step`, or -1. */
  latestEvent(entity: number, step: number): number {
    const count = this.countBefore(entity, step);
    return count === 0 ? NONE : this.eventAt(entity, count - 1);
  }

  private position(entity: number, ordinal: number): number {
    const wanted = blockOf(ordinal);
    let block = blockOf(this.counts.at(entity - 1) - 1);
    let start = this.tails.at(entity - 1);
    for (; block > wanted; block--) start = this.pool.at(start);
    return start + linkSize(block) + (ordinal - firstOfBlock(block)) * this.width;
  }
}

/** Block k holds 2^k entries, so entry n is in the block whose number is the integer logarithm of n + 1. */
const blockOf = (ordinal: number): number => 31 - Math.clz32(ordinal + 1);
const firstOfBlock = (block: number): number => (1 << block) - 1;
const linkSize = (block: number): number => (block === 0 ? 0 : 1);
