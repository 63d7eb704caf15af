import type { LoopEngine } from '../engine/loop';
import type { Interrupt } from '../model/interrupt';
import { asHandleId, asNanoseconds, type HandleId, type Nanoseconds } from '../model/units';

/** When Ctrl+C is still to be pressed in a run. */
export class Interrupts {
  readonly #loops: LoopEngine[] = [];
  /** Those that have to wait for a turn or a line, and those that wait for their time alone; by the number that the loops know them by. */
  readonly #early = new Map<HandleId, Interrupt>();
  readonly #awaited = new Map<HandleId, Nanoseconds>();

  constructor(interrupts: readonly Interrupt[]) {
    for (const [at, interrupt] of interrupts.entries()) this.#early.set(asHandleId(-1 - at), interrupt);
    this.reached(0, 0, 0);
  }

  /** A loop that begins a turn for whatever is pressed while it waits. */
  addLoop(loop: LoopEngine): void {
    this.#loops.push(loop);
    for (const [interrupt, when] of this.#awaited) loop.interruptAt(interrupt, when);
  }

  /** So many turns and lines have begun, and there are so many events; infinitely many if nothing more happens in the line. */
  reached(turns: number, lines: number, events: number): void {
    for (const [interrupt, needs] of this.#early) {
      if (needs.turns > turns || needs.lines > lines) continue;
      if (needs.turns === turns && needs.lines === lines && needs.events > events) continue;
      this.#early.delete(interrupt);
      const when = asNanoseconds(Math.round(needs.seconds * 1e9));
      this.#awaited.set(interrupt, when);
      for (const loop of this.#loops) loop.interruptAt(interrupt, when);
    }
  }

  /** When the next one is pressed, unless something else comes before it; undefined for none. */
  next(): Nanoseconds | undefined {
    return this.#awaited.size === 0 ? undefined : asNanoseconds(Math.min(...this.#awaited.values()));
  }

  /** Presses those whose time has come, or the first of them; answers how many. */
  press(now: Nanoseconds, most = Number.POSITIVE_INFINITY): number {
    const due = [...this.#awaited].filter(([, when]) => when <= now).sort(([, a], [, b]) => a - b);
    for (const [interrupt] of due.slice(0, most)) this.#pressed(interrupt);
    return Math.min(due.length, most);
  }

  /** They were pressed because a loop has begun a turn for them. */
  pressed(interrupts: readonly HandleId[]): void {
    for (const interrupt of interrupts) this.#pressed(interrupt);
  }

  #pressed(interrupt: HandleId): void {
    this.#awaited.delete(interrupt);
    for (const loop of this.#loops) loop.cancel(interrupt);
  }
}
