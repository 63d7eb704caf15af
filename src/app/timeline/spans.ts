import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, type TaskId } from '../../model/units';
import { threadView } from '../../model/views/threads';
import { WORDS } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import { Lane } from './lane';

const IDLE = WORDS.clockCause.indexOf('idle');

/** The state into which a task's creation puts it is its first. */
const CREATION = 0;

/**
 * A lane for each task and each thread of a recording, each kind in order of creation. It follows an index that grows: `extend` reads only what is new.
 *
 * A state begins at the step after the event that brought it. A lane begins when its task is first queued or runs: asyncio queues a task
 * as it creates it, and the moment between the two events tells nothing. A task that holds the loop up is blocking while the clock moves under
 * it, which is between the step before that event and the step after.
 */
export class Lanes {
  private readonly index: RecordingIndex;
  private readonly lanes: Lane[] = [];
  /** Those of threads. */
  readonly threads: Lane[] = [];
  /** How many of each task's states are in its lane. */
  private readonly statesRead: number[] = [];
  /** How many of each thread's changes are in its lane. */
  private readonly changesRead: number[] = [];
  private clocksRead = 0;

  constructor(index: RecordingIndex) {
    this.index = index;
    this.extend();
  }

  /** How many tasks there are. */
  get count(): number {
    return this.lanes.length;
  }

  /** The lane at a place from the top, from 0. */
  at(position: number): Lane | undefined {
    return this.lanes[position];
  }

  /** The lane of a task, or those of all tasks. */
  of(task: TaskId | null): readonly Lane[] {
    return task === null ? this.lanes : this.lanes.slice(task - 1, task);
  }

  /** The place of a task's lane, or -1. */
  positionOf(task: TaskId): number {
    return task <= this.lanes.length ? task - 1 : -1;
  }

  /** Reads the events by which the index has grown. */
  extend(): void {
    const { index, lanes, statesRead } = this;
    for (let task = lanes.length + 1; task <= index.tasks.count; task++) {
      lanes.push(new Lane(task));
      statesRead.push(CREATION + 1);
    }
    const blockings = this.newBlockings();
    for (const lane of lanes) this.extendLane(lane, blockings.get(lane.id) ?? []);
    for (let thread = this.threads.length + 1; thread <= index.threads.countAt(index.length); thread++) {
      const lane = new Lane(-thread);
      this.appendChange(lane, index.threads.creation(thread));
      this.threads.push(lane);
      this.changesRead.push(0);
    }
    for (const lane of this.threads) this.extendThread(lane);
  }

  private extendThread(lane: Lane): void {
    const { threads } = this.index;
    const thread = -lane.id;
    let read = this.changesRead[thread - 1] ?? 0;
    for (let change = threads.nthChange(thread, read); change !== -1; change = threads.nthChange(thread, ++read)) {
      this.appendChange(lane, change);
    }
    this.changesRead[thread - 1] = read;
  }

  private appendChange(lane: Lane, change: number): void {
    lane.append(change + 1, this.nsAt(change + 1), threadView(this.index, -lane.id, change).state);
  }

  /** The clock's new movements that were not idle, by the task under which it moved. */
  private newBlockings(): ReadonlyMap<number, readonly number[]> {
    const { clocks, recording, running } = this.index;
    const byTask = new Map<number, number[]>();
    for (; this.clocksRead < clocks.length; this.clocksRead++) {
      const event = clocks.at(this.clocksRead);
      if (recording.fieldAt(event, 2) === IDLE) continue;
      const task = running.taskAt(event);
      const events = byTask.get(task);
      if (events === undefined) byTask.set(task, [event]);
      else events.push(event);
    }
    return byTask;
  }

  private extendLane(lane: Lane, blockings: readonly number[]): void {
    const { tasks } = this.index;
    const task = lane.id;
    let blocking = 0;
    let read = this.statesRead[task - 1] ?? 0;
    for (;;) {
      const state = tasks.nthState(task, read);
      const limit = state?.event ?? Number.POSITIVE_INFINITY;
      for (; (blockings[blocking] ?? Number.POSITIVE_INFINITY) < limit; blocking++) this.appendBlocking(lane, blockings[blocking] ?? 0);
      if (state === null) break;
      lane.append(state.event + 1, this.nsAt(state.event + 1), state.state);
      read++;
    }
    this.statesRead[task - 1] = read;
  }

  private appendBlocking(lane: Lane, event: number): void {
    lane.append(event, this.nsAt(event), 'blocking');
    lane.append(event + 1, this.nsAt(event + 1), 'running');
  }

  private nsAt(step: number): number {
    return clockAt(this.index, asStep(step));
  }
}
