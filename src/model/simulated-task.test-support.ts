import type { Dice } from './dice.test-support';
import type { EventWriter } from './event-writer.test-support';
import type { SimulatedHandle } from './simulated-loop.test-support';

export interface SimulatedFrame {
  readonly id: number;
  readonly firstLine: number;
}

/** A semaphore or a lock: free permits and who waits for one. A queue: its items, and who waits to get or put. */
export interface SimulatedResource {
  readonly id: number;
  readonly capacity: number;
  free: number;
  readonly items: number[];
  readonly waiters: SimulatedTask[];
}

export interface SimulatedScope {
  readonly id: number;
  readonly owner: SimulatedTask;
  pending: number;
}

/** A task of the simulated program: what it holds and what it waits for. */
export interface SimulatedTask {
  readonly id: number;
  readonly coroutine: string;
  /** Outermost first. */
  readonly frames: SimulatedFrame[];
  readonly held: SimulatedResource[];
  readonly joiners: SimulatedTask[];
  readonly scope: SimulatedScope | null;
  /** What to do when it runs again, before anything else. */
  resumed: (() => void) | null;
  /** What wakes it, if that can be called off. */
  timer: SimulatedHandle | null;
  /** Whether a handle that will step it is queued. */
  queued: boolean;
  cancelled: boolean;
  finished: boolean;
}

/** Calls of the user's functions, written down if the recording has lines. */
export class SimulatedCalls {
  private readonly writer: EventWriter;
  private readonly dice: Dice;
  private readonly recorded: boolean;
  private count = 0;

  constructor(writer: EventWriter, dice: Dice, recorded: boolean) {
    this.writer = writer;
    this.dice = dice;
    this.recorded = recorded;
  }

  call(name: string, parent: SimulatedFrame | undefined): SimulatedFrame {
    if (!this.recorded) return { id: 0, firstLine: 1 };
    const frame = { id: ++this.count, firstLine: 1 + this.dice(80) };
    this.writer.write('frame', frame.id, parent?.id ?? 0, name, 'main.py');
    if (this.dice(2) === 0) this.writer.write('local', frame.id, 'self', `<Crawler at ${this.dice(50)}>`);
    return frame;
  }

  /** A line, and often what the one before it assigned. */
  line(frame: SimulatedFrame | undefined): void {
    if (!this.recorded || frame === undefined) return;
    if (this.dice(2) === 0) this.writer.write('local', frame.id, `v${this.dice(6)}`, this.dice(12) === 0 ? '' : `value ${this.dice(500)}`);
    this.writer.write('line', frame.id, frame.firstLine + this.dice(12));
  }

  raise(frame: SimulatedFrame | undefined, text: string): void {
    if (this.recorded && frame !== undefined) this.writer.write('raised', frame.id, text);
  }

  /** Resumes a suspended call under another one, as an asynchronous generator is. */
  resume(frame: SimulatedFrame, parent: SimulatedFrame): void {
    if (this.recorded && frame.id !== parent.id) this.writer.write('frame', frame.id, parent.id, 'generator', 'main.py');
  }

  leave(frame: SimulatedFrame | undefined): void {
    if (this.recorded && frame !== undefined) this.writer.write('returned', frame.id);
  }
}
