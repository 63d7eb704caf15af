import { Int32List } from '../int32-list';

/** How the state of something follows from its events. */
export interface Fold<State> {
  readonly initial: () => State;
  readonly copy: (state: State) => State;
  /** About how many values a copy takes. */
  readonly size: (state: State) => number;
  /** Changes `state` by an event of the recording. */
  readonly apply: (state: State, event: number) => void;
}

/** The least number of changes between two keyframes. */
const INTERVAL = 64;

/**
 * The state of something whose history is too long to replay: its events, and a copy of its state now and then.
 * A copy is taken after as many changes as it is large, so that copies take no more room than the events themselves.
 */
export class KeyframedFold<State> {
  private readonly fold: Fold<State>;
  private readonly events = new Int32List(4);
  private readonly keyframeCounts = new Int32List(0);
  private readonly keyframes: State[] = [];
  private readonly live: State;
  private copied = 0;

  constructor(fold: Fold<State>) {
    this.fold = fold;
    this.live = fold.initial();
  }

  /** Bytes held, counting about 8 for each value in a copy. */
  get byteLength(): number {
    return this.events.byteLength + this.keyframeCounts.byteLength + this.copied * 8;
  }

  append(event: number): void {
    this.events.push(event);
    this.fold.apply(this.live, event);
    const since = this.events.length - (this.keyframeCounts.length === 0 ? 0 : this.keyframeCounts.at(this.keyframeCounts.length - 1));
    if (since < Math.max(INTERVAL, this.fold.size(this.live))) return;
    this.keyframeCounts.push(this.events.length);
    this.keyframes.push(this.fold.copy(this.live));
    this.copied += this.fold.size(this.live);
  }

  /** The latest event before `step`, or -1: the state stays the same from one such event to the next. */
  latestEvent(step: number): number {
    return this.events.lastBelow(step);
  }

  /** The state after the events before `step`: a copy, which the caller may keep. */
  at(step: number): State {
    const count = this.events.countBelow(step);
    const keyframe = this.keyframeCounts.countBelow(count + 1) - 1;
    const kept = this.keyframes[keyframe];
    const state = kept === undefined ? this.fold.initial() : this.fold.copy(kept);
    const applied = kept === undefined ? 0 : this.keyframeCounts.at(keyframe);
    for (let i = applied; i < count; i++) this.fold.apply(state, this.events.at(i));
    return state;
  }
}
