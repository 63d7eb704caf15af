import type { Problem, RuleName } from '../../analysis/problems/problem';
import { type ActorId, actorAt } from '../../model/actor-id';
import { Histories } from '../../model/index/histories';
import type { RecordingIndex } from '../../model/index/recording-index';
import { Int32List } from '../../model/int32-list';
import { endsAsyncFor } from '../../model/landmarks';
import { KIND } from '../../model/vocabulary';

/** What is marked on the lane of a task or a thread: text that it wrote, a request for its cancellation, an exception raised in it, and a problem that was found. */
export type MomentKind = 'output' | 'cancel' | 'raised' | 'problem';

/** From quiet to loud. */
export const MOMENT_KINDS: readonly MomentKind[] = ['output', 'cancel', 'raised', 'problem'];

/** One moment: the event that made it. What it did is to be seen at the step after. */
export interface Moment {
  readonly kind: MomentKind;
  readonly of: ActorId;
  readonly event: number;
}

const noHistories = (): Record<MomentKind, Histories> => ({
  output: new Histories('events'),
  cancel: new Histories('events'),
  raised: new Histories('events'),
  problem: new Histories('events'),
});

/**
 * The moments of each task and each thread of a recording, in order. It follows an index that grows: `extend` reads only what is new.
 * An exception that passes from a call into its caller is one moment, where it was raised.
 */
export class Moments {
  private readonly index: RecordingIndex;
  private readonly histories = noHistories();
  private readonly ofThreads = noHistories();
  /** The calling frame of each frame, 0 for none. */
  private readonly parents = new Int32List();
  private problems: readonly Problem[] = [];
  private tasks = 0;
  private threads = 0;
  private read = 0;
  private lastRaised = { frame: 0, text: 0 };

  constructor(index: RecordingIndex) {
    this.index = index;
    this.extend();
  }

  /** Reads the events by which the index has grown. */
  extend(): void {
    const { index } = this;
    for (; this.tasks < index.tasks.count; this.tasks++) {
      for (const kind of MOMENT_KINDS) this.histories[kind].addEntity();
    }
    for (; this.threads < index.threads.countAt(index.length); this.threads++) {
      for (const kind of MOMENT_KINDS) this.ofThreads[kind].addEntity();
    }
    for (; this.read < index.length; this.read++) this.add(this.read);
  }

  /** Marks what was found in the recording, which is known only once it stands still. */
  setProblems(problems: readonly Problem[]): void {
    const found = new Histories('events');
    for (let task = 0; task < this.tasks; task++) found.addEntity();
    for (const { task, step } of problems) {
      // The same event may have several problems.
      if (task !== null && task <= this.tasks && found.latestEvent(task, step) < step - 1) found.append(task, step - 1);
    }
    this.histories.problem = found;
    this.problems = problems;
  }

  /** The rules that found something about a task at an event. */
  rulesAt(task: number, event: number): readonly RuleName[] {
    return this.problems.filter((problem) => problem.task === task && problem.step === event + 1).map(({ rule }) => rule);
  }

  /** How many of somebody's moments of a kind lie before a step: each lies at the step after its event. */
  countBefore(kind: MomentKind, id: ActorId, step: number): number {
    return this.historiesOf(id)[kind].countBefore(Math.abs(id), step - 1);
  }

  count(kind: MomentKind, id: ActorId): number {
    return this.historiesOf(id)[kind].count(Math.abs(id));
  }

  /** The event of somebody's n-th moment of a kind, from 0. */
  eventAt(kind: MomentKind, id: ActorId, ordinal: number): number {
    return this.historiesOf(id)[kind].eventAt(Math.abs(id), ordinal);
  }

  /** Somebody's first moment of any kind behind a step, or the last before it; null where there is none. */
  beside(id: ActorId, step: number, way: 'next' | 'previous'): Moment | null {
    let best: Moment | null = null;
    for (const kind of MOMENT_KINDS) {
      const ordinal = way === 'next' ? this.countBefore(kind, id, step + 1) : this.countBefore(kind, id, step) - 1;
      if (ordinal < 0 || ordinal >= this.count(kind, id)) continue;
      const event = this.eventAt(kind, id, ordinal);
      if (best === null || (way === 'next' ? event < best.event : event > best.event)) best = { kind, of: id, event };
    }
    return best;
  }

  private add(event: number): void {
    const { recording } = this.index;
    const first = recording.fieldAt(event, 0);
    switch (recording.kindAt(event)) {
      case KIND.frame:
        this.call(first, recording.fieldAt(event, 1));
        break;
      case KIND.output:
        this.append('output', event);
        break;
      case KIND.cancelRequested:
        this.histories.cancel.append(first, event);
        break;
      case KIND.raised:
        this.addRaised(event, first, recording.fieldAt(event, 1));
        break;
    }
  }

  private historiesOf(id: ActorId): Record<MomentKind, Histories> {
    return id < 0 ? this.ofThreads : this.histories;
  }

  /** Notes down what whoever runs at an event did. */
  private append(kind: MomentKind, event: number): void {
    const id = actorAt(this.index, event);
    if (id !== 0) this.historiesOf(id)[kind].append(Math.abs(id), event);
  }

  /** A suspended frame is called again when another resumes it. */
  private call(frame: number, parent: number): void {
    if (frame > this.parents.length) this.parents.push(parent);
    else this.parents.set(frame - 1, parent);
  }

  private addRaised(event: number, frame: number, text: number): void {
    const passes = this.lastRaised.text === text && this.parents.at(this.lastRaised.frame - 1) === frame;
    this.lastRaised = { frame, text };
    if (!passes && !endsAsyncFor(this.index.recording.string(text))) this.append('raised', event);
  }
}
