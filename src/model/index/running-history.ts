import { Int32List } from '../int32-list';
import { KIND } from '../vocabulary';
import type { Source } from './source';

/** Whose code runs: the program's own (outside any loop), a handle's, or none of the user's (the loop between handles; after the end). */
export type Runner =
  | { readonly who: 'program' }
  /** `event`: where the handle began to run; `task`: 0 for a plain callback. */
  | { readonly who: 'handle'; readonly handle: number; readonly task: number; readonly event: number }
  | { readonly who: 'nobody' };

const PROGRAM: Runner = { who: 'program' };
const NOBODY: Runner = { who: 'nobody' };

/** When the running handle changed. The program itself runs before the first loop, between two loops, and after the last one. */
export class RunningHistory {
  /** Every event after which something else runs. */
  private readonly switches = new Int32List();
  private readonly source: Source;
  private live: Runner = PROGRAM;

  constructor(source: Source) {
    this.source = source;
  }

  get byteLength(): number {
    return this.switches.byteLength;
  }

  /** Who runs now, after all events. */
  get latest(): Runner {
    return this.live;
  }

  append(event: number): void {
    this.switches.push(event);
    this.live = this.after(event);
  }

  at(step: number): Runner {
    const event = this.switches.lastBelow(step);
    return event === -1 ? PROGRAM : this.after(event);
  }

  /** The task that runs at a step, 0 for none. */
  taskAt(step: number): number {
    const runner = this.at(step);
    return runner.who === 'handle' ? runner.task : 0;
  }

  /** The event that ended a handle's run (its return, mostly), given the event at which it began; the recording's last event if none did. */
  endOfRun(run: number): number {
    const next = this.switches.countBelow(run + 1);
    return next < this.switches.length ? this.switches.at(next) : this.source.recording.length - 1;
  }

  private after(event: number): Runner {
    const { recording } = this.source;
    switch (recording.kindAt(event)) {
      case KIND.run:
        return { who: 'handle', handle: recording.fieldAt(event, 0), task: recording.fieldAt(event, 1), event };
      case KIND.loopStop:
        return PROGRAM;
      default:
        return NOBODY;
    }
  }
}
