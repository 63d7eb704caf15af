import { asNanoseconds, type Nanoseconds } from '../model/units';

/** The virtual clock of one run. It stands still while code runs and only ever moves forwards. */
export class Clock {
  #now = asNanoseconds(0);

  get now(): Nanoseconds {
    return this.#now;
  }

  /** Moves to `when`, unless that has passed already; answers whether the clock moved. */
  advanceTo(when: Nanoseconds): boolean {
    if (when <= this.#now) return false;
    this.#now = asNanoseconds(Math.min(when, Number.MAX_SAFE_INTEGER));
    return true;
  }

  /** Moves on by `duration`, as code that blocks does. */
  advanceBy(duration: Nanoseconds): void {
    this.advanceTo(asNanoseconds(this.#now + duration));
  }
}
