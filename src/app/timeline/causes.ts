import { Histories } from '../../model/index/histories';
import type { RecordingIndex } from '../../model/index/recording-index';
import { Int32List } from '../../model/int32-list';
import { asTaskId, type TaskId } from '../../model/units';
import { KIND, WORDS } from '../../model/vocabulary';

const CAUSE_KINDS = ['created', 'woke', 'cancelled'] as const;
/** What one task did to another: created it, made it ready to go on, or asked it to cancel. */
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** That one task did something to another. Each lies at the step after its event. */
export interface Cause {
  readonly kind: CauseKind;
  readonly from: TaskId;
  readonly to: TaskId;
  readonly fromStep: number;
  readonly toStep: number;
}

const WAKEUP = WORDS.handleCause.indexOf('wakeup');

/** Who did something, and the event at which that task itself last had a hand in it. */
interface Actor {
  readonly task: number;
  readonly event: number;
}

/**
 * Who created, woke and cancelled whom in a recording, in the order in which it came about. It follows an index that grows: `extend` reads
 * only what is new.
 *
 * Often a plain callback stands in between: a child that ends schedules one, and the callback wakes the task group's owner. What a callback
 * does is put down to the task that scheduled it, however many callbacks ago. A task that only resumes itself, by a timer, causes nothing.
 */
export class Causes {
  private readonly index: RecordingIndex;
  private readonly kinds = new Int32List();
  private readonly froms = new Int32List();
  private readonly tos = new Int32List();
  private readonly fromEvents = new Int32List();
  private readonly toEvents = new Int32List();
  /** For each task the events of its causes, at either end, with their numbers. */
  private readonly byTask = new Histories('valued');
  /** For each handle the task to which it is put down, 0 for none, and that task's event. */
  private readonly handleTasks = new Int32List();
  private readonly handleEvents = new Int32List();
  private tasks = 0;
  private read = 0;
  private running = { handle: 0, task: 0 };
  /** The tasks that were asked to cancel since the running handle began: that they are woken too goes without saying. */
  private readonly justCancelled = new Set<number>();

  constructor(index: RecordingIndex) {
    this.index = index;
    this.extend();
  }

  /** Reads the events by which the index has grown. */
  extend(): void {
    for (; this.tasks < this.index.tasks.count; this.tasks++) this.byTask.addEntity();
    for (; this.read < this.index.length; this.read++) this.readEvent(this.read);
  }

  get count(): number {
    return this.kinds.length;
  }

  /** The n-th cause, from 0. */
  at(n: number): Cause {
    return {
      kind: CAUSE_KINDS[this.kinds.at(n)] ?? 'woke',
      from: asTaskId(this.froms.at(n)),
      to: asTaskId(this.tos.at(n)),
      fromStep: this.fromEvents.at(n) + 1,
      toStep: this.toEvents.at(n) + 1,
    };
  }

  /** How many causes took effect before a step. */
  countBefore(step: number): number {
    return this.toEvents.countBelow(step - 1);
  }

  /** As `countBefore`, of those in which one task had a part. */
  countOfTaskBefore(task: number, step: number): number {
    return this.byTask.countBefore(task, step - 1);
  }

  /** The number of the n-th cause, from 0, in which a task had a part. */
  numberOfTask(task: number, n: number): number {
    return this.byTask.valueAt(task, n);
  }

  /** What another task did to this one with effect after the step `from`, up to the step `to`: the last such thing, or null. */
  into(task: number, from: number, to: number): Cause | null {
    for (let n = this.countOfTaskBefore(task, to + 1) - 1; n >= 0; n--) {
      const cause = this.at(this.numberOfTask(task, n));
      if (cause.toStep <= from) break;
      if (cause.to === task) return cause;
    }
    return null;
  }

  private readEvent(event: number): void {
    const { recording } = this.index;
    const first = recording.fieldAt(event, 0);
    switch (recording.kindAt(event)) {
      case KIND.run:
        this.run(first, recording.fieldAt(event, 1));
        break;
      case KIND.ran:
      case KIND.loopStart:
      case KIND.loopStop:
        this.run(0, 0);
        break;
      case KIND.task:
        this.add('created', this.actor(event), first, event);
        break;
      case KIND.cancelRequested:
        this.justCancelled.add(first);
        this.add('cancelled', this.actor(event), first, event);
        break;
      case KIND.handle:
      case KIND.timer:
        this.schedule(event);
        break;
    }
  }

  private run(handle: number, task: number): void {
    this.running = { handle, task };
    this.justCancelled.clear();
  }

  private schedule(event: number): void {
    const { recording } = this.index;
    const actor = this.actor(event);
    this.handleTasks.push(actor.task);
    this.handleEvents.push(actor.event);
    if (recording.kindAt(event) !== KIND.handle || recording.fieldAt(event, 2) !== WAKEUP) return;
    const task = recording.fieldAt(event, 1);
    if (task !== 0 && !this.justCancelled.has(task)) this.add('woke', actor, task, event);
  }

  private actor(event: number): Actor {
    const { handle, task } = this.running;
    if (task !== 0 || handle === 0) return { task, event };
    return { task: this.handleTasks.at(handle - 1), event: this.handleEvents.at(handle - 1) };
  }

  private add(kind: CauseKind, from: Actor, to: number, event: number): void {
    if (from.task === 0 || from.task === to) return;
    const number = this.count;
    this.kinds.push(CAUSE_KINDS.indexOf(kind));
    this.froms.push(from.task);
    this.tos.push(to);
    this.fromEvents.push(from.event);
    this.toEvents.push(event);
    this.byTask.append(from.task, event, number);
    this.byTask.append(to, event, number);
  }
}
