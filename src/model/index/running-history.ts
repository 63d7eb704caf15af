import { Int32List } from '../int32-list';
import { KIND } from '../vocabulary';
import type { Source } from './source';

/** Whose code runs: the program's own (outside any loop), a handle's, or none of the user's (the loop between handles; after the end). */
export type Runner =
  | { readonly who: 'program' }
  /** `event`: where the handle began to run; `task`: 0 for a plain callback. */
  | { readonly who: 'handle'; readonly handle: number; readonly task: number; readonly event: number }
  /** A thread, in the middle of whatever ran. */
  | { readonly who: 'thread'; readonly thread: number; readonly event: number }
  | { readonly who: 'nobody' };

const PROGRAM: Runner = { who: 'program' };
const GOES_ON = -2;
const NOBODY: Runner = { who: 'nobody' };

/** When the running handle changed. The program itself runs before the first loop, between two loops, and after the last one. */
export class RunningHistory {
  /** Every event after which something else runs. */
  private readonly switches = new Int32List();
  private readonly source: Source;
  /** For each switch, the place among them of the one that it goes back to (-1: the beginning), or GOES_ON. */
  private readonly returns = new Int32List();
  private live: Runner = PROGRAM;
  /** The place of the switch by which a thread began to run that still does; -1: none does. */
  private threadBegan = -1;

  constructor(source: Source) {
    this.source = source;
  }

  get byteLength(): number {
    return this.switches.byteLength + this.returns.byteLength;
  }

  /** Who runs now, after all events. */
  get latest(): Runner {
    return this.live;
  }

  append(event: number): void {
    const kind = this.source.recording.kindAt(event);
    this.returns.push(this.returnOf(kind));
    if (kind === KIND.threadRun) this.threadBegan = this.switches.length;
    if (kind === KIND.threadWait || kind === KIND.threadDone) this.threadBegan = -1;
    this.switches.push(event);
    this.live = this.after(this.switches.length - 1);
  }

  /** The thread that runs now, perhaps in a loop of its own; 0: none. */
  get latestThread(): number {
    return this.threadBegan === -1 ? 0 : this.source.recording.fieldAt(this.switches.at(this.threadBegan), 0);
  }

  at(step: number): Runner {
    return this.after(this.switches.countBelow(step) - 1);
  }

  /** The task that runs at a step, 0 for none. */
  taskAt(step: number): number {
    const runner = this.at(step);
    return runner.who === 'handle' ? runner.task : 0;
  }

  /**
   * The event that ended a handle's run (its return, mostly), given the event at which it began; the recording's last event if none did.
   * A thread that runs in the middle of it does not end it.
   */
  endOfRun(run: number): number {
    const { recording } = this.source;
    let threadRuns = false;
    for (let place = this.switches.countBelow(run + 1); place < this.switches.length; place++) {
      const event = this.switches.at(place);
      const kind = recording.kindAt(event);
      if (threadRuns) threadRuns = kind !== KIND.threadWait && kind !== KIND.threadDone;
      else if (kind === KIND.threadRun) threadRuns = true;
      else return event;
    }
    return recording.length - 1;
  }

  /** The first event after another at which something else begins to run; the recording's length if there is none. */
  switchAfter(event: number): number {
    const place = this.switches.countBelow(event + 1);
    return place < this.switches.length ? this.switches.at(place) : this.source.recording.length;
  }

  /** The last event before another at which something else began to run, or -1. */
  switchBefore(event: number): number {
    return this.switches.lastBelow(event);
  }

  /** Where a switch goes back to: a thread that stops, to what it ran in the middle of; its loop that stops, to the thread. */
  private returnOf(kind: number): number {
    if (this.threadBegan === -1) return GOES_ON;
    if (kind === KIND.loopStop) return this.threadBegan;
    return kind === KIND.threadWait || kind === KIND.threadDone ? this.threadBegan - 1 : GOES_ON;
  }

  private after(place: number): Runner {
    if (place < 0) return PROGRAM;
    const back = this.returns.at(place);
    if (back !== GOES_ON) return this.after(back);
    const { recording } = this.source;
    const event = this.switches.at(place);
    switch (recording.kindAt(event)) {
      case KIND.run:
        return { who: 'handle', handle: recording.fieldAt(event, 0), task: recording.fieldAt(event, 1), event };
      case KIND.threadRun:
        return { who: 'thread', thread: recording.fieldAt(event, 0), event };
      case KIND.loopStop:
        return PROGRAM;
      default:
        return NOBODY;
    }
  }
}
