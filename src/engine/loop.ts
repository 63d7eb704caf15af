import type { HandleId, IoId, Nanoseconds } from '../model/units';
import type { Clock } from './clock';
import { InFlight } from './in-flight';
import { fifo, type Policy } from './policy';
import { Spinning } from './spinning';
import { type Timer, TimerHeap } from './timer-heap';

const NONE: readonly HandleId[] = [];
const isInterrupt = (handle: HandleId): boolean => handle < 0;

/** What one turn of a loop is made of. */
export type Turn =
  | {
      readonly kind: 'run';
      /** Whether the clock moved to reach this turn. */
      readonly advanced: boolean;
      /** The timers whose time has come, in the order in which they joined the queue. */
      readonly due: readonly HandleId[];
      /** What runs in this turn, in order, the due timers last. Cancelled handles are among them, as in asyncio. */
      readonly handles: readonly HandleId[];
      /** The interrupts whose time has come. */
      readonly interrupts: readonly HandleId[];
    }
  /** A thread wakes before anything in this loop happens: no turn has begun. `advanced`: the clock moved to that time. */
  | { readonly kind: 'woken'; readonly advanced: boolean }
  /** Nothing is ready and no timer is left: nothing in this loop can ever run again. */
  | { readonly kind: 'deadlock' };

/** When a thread wakes by itself; among equal times, after the timers up to handle `after`, which were there when that was settled. */
export interface Wake {
  readonly when: Nanoseconds;
  readonly after: number;
}

/**
 * asyncio's scheduling, told apart from Python: the ready queue, the timers, and which handle runs next.
 * The order is that of CPython's `BaseEventLoop._run_once` (Lib/asyncio/base_events.py), but for two things that real clocks blur:
 * time moves only when nothing is ready (or after very many turns without a pause: see Spinning), and equal deadlines fire in order of
 * creation.
 */
export class LoopEngine {
  readonly #clock: Clock;
  readonly #policy: Policy;
  readonly #inFlight: InFlight;
  readonly #timers = new TimerHeap();
  readonly #spinning: Spinning;
  #ready: HandleId[] = [];
  #turn: readonly HandleId[] = [];
  #waits = 0;
  #created = 0;

  /** @param inFlight the I/O that this loop waits for, together with all others of the run */
  constructor(clock: Clock, policy: Policy = fifo, inFlight = new InFlight()) {
    this.#clock = clock;
    this.#policy = policy;
    this.#inFlight = inFlight;
    this.#spinning = new Spinning(clock);
  }

  /** Puts a handle at the end of the ready queue. */
  callSoon(handle: HandleId): void {
    this.#ready.push(handle);
  }

  /** Has a handle run at `when`, or in the next turn if that has passed. */
  callAt(handle: HandleId, when: Nanoseconds): void {
    this.#timers.push({ handle, when, order: this.#created++ });
  }

  /**
   * Has a turn begin at `when`, or soon after if the loop is busy, though no handle is due. An interrupt is known by a negative number, and
   * forgotten with `cancel`.
   */
  interruptAt(interrupt: HandleId, when: Nanoseconds): void {
    this.callAt(interrupt, when);
  }

  /** Forgets a timer. A handle that is in the ready queue already keeps its place and is dropped by whoever runs it, as in asyncio. */
  cancel(handle: HandleId): void {
    this.#timers.cancel(handle);
  }

  /** Forgets all that was scheduled, as `loop.close()` does; answers what that was, in order. `unrun` as in `beginTurn`. */
  clear(unrun: number): { readonly ready: readonly HandleId[]; readonly timers: readonly HandleId[] } {
    const ready = unrun > 0 ? this.#turn.slice(-unrun).concat(this.#ready) : this.#ready;
    const timers: HandleId[] = [];
    for (let timer = this.#timers.pop(); timer !== undefined; timer = this.#timers.pop()) {
      if (!isInterrupt(timer.handle)) timers.push(timer.handle);
    }
    this.#ready = [];
    return { ready, timers };
  }

  /**
   * What `select` does before a turn: if nothing is ready, moves the clock to the I/O that ends next, unless a timer comes before it.
   * Answers what has ended by now, in order. It may make nothing ready: then there is more to wait for.
   * @param mayWait whether nothing else is known to be ready
   * @param until when a thread wakes, if one will: what ends later is not waited for
   */
  waitForIo(mayWait: boolean, until: Nanoseconds | null = null): { readonly advanced: boolean; readonly ended: readonly IoId[] } {
    const next = this.#inFlight.next();
    const timer = this.#timers.peek();
    const waits =
      mayWait &&
      this.#ready.length === 0 &&
      next !== undefined &&
      (timer === undefined || next <= timer.when) &&
      (until === null || next <= until);
    if (waits) this.#waits += 1;
    const advanced = waits && this.#clock.advanceTo(next);
    return { advanced, ended: this.#inFlight.takeEnded(this.#clock.now) };
  }

  /**
   * Begins a turn: if nothing is ready, moves the clock to the next timer; lets the timers that are due join the queue; and takes
   * the whole queue. What these handles schedule runs in the next turn.
   * @param stopping the loop was told to stop: like `select` with a timeout of 0, the turn waits for nothing.
   * @param unrun how many handles of the turn before never ran, because an exception left the loop: they are still first in the queue.
   * @param wake when the first thread wakes, if any will: who then is to run comes before whatever the loop has to do later.
   */
  beginTurn(stopping: boolean, unrun: number, wake: Wake | null = null): Turn {
    if (unrun > 0) this.#ready = this.#turn.slice(-unrun).concat(this.#ready);
    const next = this.#timers.peek();
    const idle = this.#ready.length === 0 && !stopping;
    if (idle) this.#waits += 1;
    else this.#spinning.look(this.#waits);
    if (idle && wake !== null && !isBefore(next, wake)) return { kind: 'woken', advanced: this.#clock.advanceTo(wake.when) };
    if (idle && next === undefined) return { kind: 'deadlock' };
    const advanced = idle && next !== undefined && this.#clock.advanceTo(next.when);
    const ready = this.#ready;
    this.#ready = [];
    const timers = this.#takeDue();
    if (timers.length === 0) {
      this.#turn = ready;
      return { kind: 'run', advanced, due: NONE, handles: ready, interrupts: NONE };
    }
    const all = this.#policy.order(timers).map((timer) => timer.handle);
    const interrupts = all.filter(isInterrupt);
    const due = interrupts.length === 0 ? all : all.filter((handle) => !isInterrupt(handle));
    this.#turn = ready.concat(due);
    return { kind: 'run', advanced, due, handles: this.#turn, interrupts };
  }

  /** When the loop's next timer is due; null without any. */
  get nextTimer(): Nanoseconds | null {
    return this.#timers.peek()?.when ?? null;
  }

  /** Whether the loop has anything to do before a thread wakes. */
  isDueBefore(wake: Wake): boolean {
    return this.#ready.length > 0 || isBefore(this.#timers.peek(), wake);
  }

  #takeDue(): Timer[] {
    const due: Timer[] = [];
    for (let timer = this.#timers.peek(); timer !== undefined && timer.when <= this.#clock.now; timer = this.#timers.peek()) {
      due.push(timer);
      this.#timers.pop();
    }
    return due;
  }
}

const isBefore = (timer: Timer | undefined, wake: Wake): boolean =>
  timer !== undefined && (timer.when < wake.when || (timer.when === wake.when && timer.handle <= wake.after));
