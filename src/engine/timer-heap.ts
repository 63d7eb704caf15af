import type { HandleId, Nanoseconds } from '../model/units';

/** A handle that is to run at a time. `order` counts timers in order of creation and settles equal deadlines. */
export interface Timer {
  readonly handle: HandleId;
  readonly when: Nanoseconds;
  readonly order: number;
}

const isEarlier = (left: Timer, right: Timer): boolean => left.when < right.when || (left.when === right.when && left.order < right.order);

/** A binary heap of timers, earliest first, and first created first among equals. Cancelled timers are removed when they surface. */
export class TimerHeap {
  readonly #timers: Timer[] = [];
  readonly #live = new Set<HandleId>();

  push(timer: Timer): void {
    this.#live.add(timer.handle);
    let child = this.#timers.push(timer) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const above = this.#timers[parent];
      if (above === undefined || !isEarlier(timer, above)) break;
      this.#timers[child] = above;
      child = parent;
    }
    this.#timers[child] = timer;
  }

  /** Forgets a timer, if it is here. */
  cancel(handle: HandleId): void {
    this.#live.delete(handle);
  }

  /** The earliest live timer, still in the heap. */
  peek(): Timer | undefined {
    for (let first = this.#timers[0]; first !== undefined; first = this.#timers[0]) {
      if (this.#live.has(first.handle)) return first;
      this.#removeFirst();
    }
    return undefined;
  }

  pop(): Timer | undefined {
    const first = this.peek();
    if (first === undefined) return undefined;
    this.#live.delete(first.handle);
    this.#removeFirst();
    return first;
  }

  #removeFirst(): void {
    const last = this.#timers.pop();
    const length = this.#timers.length;
    if (last === undefined || length === 0) return;
    let hole = 0;
    for (;;) {
      const left = this.#timers[2 * hole + 1];
      const right = this.#timers[2 * hole + 2];
      const next = right !== undefined && left !== undefined && isEarlier(right, left) ? right : left;
      if (next === undefined || !isEarlier(next, last)) break;
      this.#timers[hole] = next;
      hole = next === right ? 2 * hole + 2 : 2 * hole + 1;
    }
    this.#timers[hole] = last;
  }
}
