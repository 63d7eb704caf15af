/** A list of 32-bit integers that grows at its end. What was pushed may be read by views of any earlier length. */
export class Int32List {
  private items: Int32Array;
  private count = 0;

  constructor(capacity = 16) {
    this.items = new Int32Array(capacity);
  }

  get length(): number {
    return this.count;
  }

  /** Bytes that are reserved, used or not. */
  get byteLength(): number {
    return this.items.byteLength;
  }

  push(value: number): void {
    if (this.count === this.items.length) this.reserve(this.count + 1);
    this.items[this.count++] = value;
  }

  /** Appends `count` copies of `value`, and returns the position of the first. */
  pushMany(count: number, value: number): number {
    const start = this.count;
    this.reserve(start + count);
    this.items.fill(value, start, start + count);
    this.count = start + count;
    return start;
  }

  /** The integer at a position; positions are not checked: 0 for one that was never reserved. */
  at(position: number): number {
    return this.items[position] ?? 0;
  }

  /** Replaces the integer at a position below `length`. */
  set(position: number, value: number): void {
    this.items[position] = value;
  }

  /** The number of items below `value`, in a list in ascending order: also the position of the first that is not below. */
  countBelow(value: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.items[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last item below `value` in a list in ascending order, or -1. */
  lastBelow(value: number): number {
    const count = this.countBelow(value);
    return count === 0 ? -1 : this.at(count - 1);
  }

  private reserve(needed: number): void {
    if (needed <= this.items.length) return;
    // Half as much again: lists of a million items must not hold a second million in reserve.
    const grown = new Int32Array(Math.max(needed, Math.ceil(this.items.length * 1.5), 4));
    grown.set(this.items);
    this.items = grown;
  }
}
