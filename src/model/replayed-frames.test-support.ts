import { asFrameId, asStep, type FrameId, type StringId, type TaskId, type ThreadId } from './units';
import type { FrameView, Place, Variable } from './world';

interface ReplayedFrame {
  readonly function: string;
  readonly file: string;
  parent: FrameId;
  line: number | null;
  /** In order of first binding; a value of null is no longer bound. */
  readonly locals: Map<StringId, { name: string; value: string | null; since: number }>;
}

const NONE = asFrameId(0);

/** The calls under way, in the slow, obvious model. */
export class ReplayedFrames {
  private readonly frames = new Map<FrameId, ReplayedFrame>();
  private readonly kept = new Map<TaskId | 'program', FrameId>();
  private readonly ofThreads = new Map<ThreadId, FrameId>();
  private innermost = NONE;
  private interrupted = NONE;

  /** Somebody begins to run: its innermost frame is that which it had when it stopped. */
  enter(who: TaskId | 'program' | null): void {
    this.innermost = who === null ? NONE : (this.kept.get(who) ?? NONE);
  }

  leave(who: TaskId | 'program' | null): void {
    if (who !== null) this.kept.set(who, this.innermost);
    this.innermost = NONE;
  }

  interrupt(): void {
    this.interrupted = this.innermost;
  }

  goOn(): void {
    this.innermost = this.interrupted;
  }

  enterThread(thread: ThreadId): void {
    this.innermost = this.ofThreads.get(thread) ?? NONE;
  }

  leaveThread(thread: ThreadId): void {
    this.ofThreads.set(thread, this.innermost);
    this.innermost = NONE;
  }

  call(frame: FrameId, parent: FrameId, name: string, file: string): void {
    const known = this.frames.get(frame);
    if (known === undefined) this.frames.set(frame, { function: name, file, parent, line: null, locals: new Map() });
    else known.parent = parent;
    this.innermost = frame;
  }

  line(frame: FrameId, line: number): void {
    this.frame(frame).line = line;
    this.innermost = frame;
  }

  local(frame: FrameId, id: StringId, name: string, value: string | null, step: number): void {
    this.frame(frame).locals.set(id, { name, value, since: step });
  }

  returned(frame: FrameId): void {
    if (this.chain().includes(frame)) this.innermost = this.frame(frame).parent;
  }

  /** Where the innermost frame that has begun a line stands. */
  place(): Place | null {
    const top = this.stack()[0];
    return top === undefined ? null : { file: top.file, line: top.line };
  }

  stack(): readonly FrameView[] {
    return this.chain().flatMap((id) => {
      const { function: name, file, line, locals } = this.frame(id);
      return line === null ? [] : [{ frame: id, function: name, file, line, locals: variables([...locals.values()]) }];
    });
  }

  private chain(from: FrameId = this.innermost): readonly FrameId[] {
    return from === NONE ? [] : [from, ...this.chain(this.frame(from).parent)];
  }

  private frame(id: FrameId): ReplayedFrame {
    const frame = this.frames.get(id);
    if (frame === undefined) throw new Error(`there is no frame ${id}`);
    return frame;
  }
}

function variables(locals: readonly { name: string; value: string | null; since: number }[]): readonly Variable[] {
  return locals.flatMap(({ name, value, since }) => (value === null ? [] : [{ name, value, since: asStep(since) }]));
}
