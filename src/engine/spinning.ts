import { asNanoseconds } from '../model/units';
import type { Clock } from './clock';

/** How often code may look at the clock in one go before it is taken to wait for it. */
const PATIENCE = 10_000;
/** What each further look costs: 1 ms. */
const COST = asNanoseconds(1_000_000);

/**
 * Lets time pass for code that waits by looking at the clock (`while time.monotonic() < end`, or `await sleep(0)` in a loop). In real life
 * each look takes time; on a clock that moves only when nothing is ready such a program would never end.
 */
export class Spinning {
  readonly #clock: Clock;
  #looks = 0;
  #during = -1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param during a number that changes whenever something else than looking has happened */
  look(during: number): void {
    if (during !== this.#during) {
      this.#during = during;
      this.#looks = 0;
    }
    this.#looks += 1;
    if (this.#looks > PATIENCE) this.#clock.advanceBy(COST);
  }
}
