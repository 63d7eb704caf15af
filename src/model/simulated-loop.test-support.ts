import type { EventWriter } from './event-writer.test-support';
import { asNanoseconds, halvesOfNanoseconds } from './units';

export interface SimulatedHandle {
  readonly id: number;
  /** The task it steps, 0 for none. */
  readonly task: number;
  readonly callback: () => void;
  cancelled: boolean;
}

interface SimulatedTimer extends SimulatedHandle {
  readonly when: number;
}

/** asyncio's loop in small, writing down what it does: a ready queue, timers, a clock, turns. */
export class SimulatedLoop {
  private readonly writer: EventWriter;
  private ready: SimulatedHandle[] = [];
  private timers: SimulatedTimer[] = [];
  private handles = 0;
  private turns = 0;
  private loops = 0;
  /** Handles up to this one go with the loop that stopped, when another begins. */
  private formerHandles = 0;
  clock = 0;

  constructor(writer: EventWriter) {
    this.writer = writer;
  }

  callSoon(task: number, cause: string, label: string, callback: () => void): SimulatedHandle {
    const handle = { id: ++this.handles, task, callback, cancelled: false };
    this.writer.write('handle', handle.id, task, cause, label);
    this.ready.push(handle);
    return handle;
  }

  callLater(delay: number, label: string, callback: () => void): SimulatedHandle {
    const timer = { id: ++this.handles, task: 0, callback, cancelled: false, when: this.clock + delay };
    this.writer.write('timer', timer.id, ...halvesOfNanoseconds(asNanoseconds(timer.when)), label);
    this.timers.push(timer);
    return timer;
  }

  cancel(handle: SimulatedHandle): void {
    if (handle.cancelled) return;
    handle.cancelled = true;
    this.writer.write('handleCancelled', handle.id);
  }

  /** The clock moves because running code holds the loop, or because nothing is ready. */
  advance(to: number, cause: 'idle' | 'blocked' | 'computed'): void {
    this.clock = to;
    this.writer.write('clock', ...halvesOfNanoseconds(asNanoseconds(to)), cause);
  }

  /** Runs turn after turn while there is anything to do and `goOn` says so; a loop of its own, or the last one again. */
  run(anew: boolean, goOn: () => boolean): void {
    if (anew) {
      this.loops++;
      this.ready = this.ready.filter(({ id }) => id > this.formerHandles);
      this.timers = this.timers.filter(({ id }) => id > this.formerHandles);
    }
    this.writer.write('loopStart', this.loops);
    while (goOn() && this.turn());
    this.writer.write('loopStop', this.loops);
    this.formerHandles = this.handles;
  }

  private turn(): boolean {
    this.timers = this.timers.filter(({ cancelled }) => !cancelled);
    const earliest = this.timers.reduce((least, { when }) => Math.min(least, when), Number.POSITIVE_INFINITY);
    if (this.ready.length === 0) {
      if (earliest === Number.POSITIVE_INFINITY) return false;
      if (earliest > this.clock) this.advance(earliest, 'idle');
    }
    const due =
      earliest > this.clock ? [] : this.timers.filter(({ when }) => when <= this.clock).sort((a, b) => a.when - b.when || a.id - b.id);
    for (const timer of due) {
      this.writer.write('due', timer.id);
      this.ready.push(timer);
    }
    if (due.length > 0) this.timers = this.timers.filter(({ when }) => when > this.clock);
    const batch = this.ready;
    this.ready = [];
    this.writer.write('turn', ++this.turns, batch.length);
    for (const handle of batch) this.runHandle(handle);
    return true;
  }

  private runHandle(handle: SimulatedHandle): void {
    if (handle.cancelled) {
      this.writer.write('dropped', handle.id);
      return;
    }
    this.writer.write('run', handle.id, handle.task);
    handle.callback();
    this.writer.write('ran', handle.id);
  }
}
