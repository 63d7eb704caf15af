import type { IoId, Nanoseconds } from '../model/units';

/** The I/O of a run that will end at a known time, earliest first, and first begun first among equals. */
export class InFlight {
  readonly #ends: { readonly io: IoId; readonly when: Nanoseconds }[] = [];

  /** Takes note of an I/O that will end at `when`. */
  begin(io: IoId, when: Nanoseconds): void {
    let place = this.#ends.length;
    for (let before = this.#ends[place - 1]; before !== undefined && before.when > when; before = this.#ends[place - 1]) place -= 1;
    this.#ends.splice(place, 0, { io, when });
  }

  /** Forgets an I/O that has ended before its time, if it is here. */
  end(io: IoId): void {
    const place = this.#ends.findIndex((entry) => entry.io === io);
    if (place >= 0) this.#ends.splice(place, 1);
  }

  /** When the next I/O ends; undefined if there is none. */
  next(): Nanoseconds | undefined {
    return this.#ends[0]?.when;
  }

  /** Takes away what has ended by `now`, in order. */
  takeEnded(now: Nanoseconds): IoId[] {
    const first = this.#ends.findIndex(({ when }) => when > now);
    return this.#ends.splice(0, first < 0 ? this.#ends.length : first).map(({ io }) => io);
  }
}
