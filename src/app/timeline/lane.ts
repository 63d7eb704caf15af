import type { ActorId } from '../../model/actor-id';
import type { TaskState } from '../../model/world';

/** A task's or a thread's state; idle is a thread of a pool that has no work, of which nothing is drawn. */
export type LaneState = TaskState | 'idle';

/** The states by number, as a lane keeps them. */
const STATES = [
  'idle',
  'ready',
  'running',
  'sleeping',
  'waiting',
  'io',
  'blocking',
  'done',
  'failed',
  'cancelled',
] as const satisfies readonly LaneState[];
const RUNNING = STATES.indexOf('running');
const BLOCKING = STATES.indexOf('blocking');
const FIRST_FINAL = STATES.indexOf('done');

/** The sums are over all spans before one, so that any stretch of spans is summed up by one subtraction. */
interface Columns {
  readonly step: Int32Array;
  readonly ns: Float64Array;
  readonly state: Uint8Array;
  /** Steps and time spent running or blocking in the spans before. */
  readonly busySteps: Int32Array;
  readonly busyNs: Float64Array;
  /** How many of the spans before are blocking. */
  readonly blockings: Int32Array;
}

const columnsOf = (capacity: number): Columns => ({
  step: new Int32Array(capacity),
  ns: new Float64Array(capacity),
  state: new Uint8Array(capacity),
  busySteps: new Int32Array(capacity),
  busyNs: new Float64Array(capacity),
  blockings: new Int32Array(capacity),
});

/**
 * A task's or a thread's life as spans: each begins at a step and lasts until the next; the last lasts until the end of the recording, unless it
 * is one of done, failed and cancelled, which are moments. Spans are numbered from 0, in order, and no two in a row have the same state.
 */
export class Lane {
  readonly id: ActorId;
  private columns = columnsOf(8);
  private length = 0;

  constructor(id: ActorId) {
    this.id = id;
  }

  /** The number of spans. */
  get count(): number {
    return this.length;
  }

  /** The step at which a span begins. */
  stepAt(span: number): number {
    return this.columns.step[span] ?? 0;
  }

  /** The clock at which a span begins. */
  nsAt(span: number): number {
    return this.columns.ns[span] ?? 0;
  }

  stateAt(span: number): LaneState {
    return STATES[this.columns.state[span] ?? 0] ?? 'waiting';
  }

  /** Whether a span is a moment at which the task ended. */
  isEnd(span: number): boolean {
    return (this.columns.state[span] ?? 0) >= FIRST_FINAL;
  }

  isBusy(span: number): boolean {
    const state = this.columns.state[span];
    return state === RUNNING || state === BLOCKING;
  }

  /** Steps spent running or blocking from the beginning of one span to the beginning of another. */
  busySteps(from: number, to: number): number {
    return (this.columns.busySteps[to] ?? 0) - (this.columns.busySteps[from] ?? 0);
  }

  /** Nanoseconds spent running or blocking from the beginning of one span to the beginning of another. */
  busyNs(from: number, to: number): number {
    return (this.columns.busyNs[to] ?? 0) - (this.columns.busyNs[from] ?? 0);
  }

  /** Whether one of the spans from `from` to before `to` is blocking. */
  blocks(from: number, to: number): boolean {
    return (this.columns.blockings[to] ?? 0) > (this.columns.blockings[from] ?? 0);
  }

  /** The span in which a step lies: the last that begins at or before it; -1 before the first. */
  spanAt(step: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.stepAt(middle) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Begins the next span. One that begins where the last began replaces it; one of the same state continues it. */
  append(step: number, ns: number, state: LaneState): void {
    if (this.length > 0 && this.stepAt(this.length - 1) === step) this.length--;
    if (this.length > 0 && this.stateAt(this.length - 1) === state) return;
    if (this.length === this.columns.step.length) this.grow();
    const { columns, length } = this;
    columns.step[length] = step;
    columns.ns[length] = ns;
    columns.state[length] = STATES.indexOf(state);
    columns.busySteps[length] = this.sum(columns.busySteps, this.isBusy(length - 1), step - this.stepAt(length - 1));
    columns.busyNs[length] = this.sum(columns.busyNs, this.isBusy(length - 1), ns - this.nsAt(length - 1));
    columns.blockings[length] = this.sum(columns.blockings, columns.state[length - 1] === BLOCKING, 1);
    this.length++;
  }

  private sum(sums: Int32Array | Float64Array, counts: boolean, amount: number): number {
    return (sums[this.length - 1] ?? 0) + (counts ? amount : 0);
  }

  private grow(): void {
    const before = this.columns;
    const after = columnsOf(Math.ceil(before.step.length * 1.5));
    after.step.set(before.step);
    after.ns.set(before.ns);
    after.state.set(before.state);
    after.busySteps.set(before.busySteps);
    after.busyNs.set(before.busyNs);
    after.blockings.set(before.blockings);
    this.columns = after;
  }
}
