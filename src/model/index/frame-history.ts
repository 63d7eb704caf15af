import { Int32List } from '../int32-list';
import { Histories } from './histories';
import type { Source } from './source';

/**
 * The user's calls: at each step which frame is the innermost of what runs, who called whom, each frame's line and locals.
 *
 * The innermost frame is that of the latest `frame` or `line` event of what runs; a return makes its caller innermost.
 * A task's innermost frame is kept while the task does not run, and so is the program's while a loop runs.
 */
export class FrameHistory {
  /** The events after which another frame was innermost, and that frame (0: none). */
  private readonly changes = new Int32List();
  private readonly innermosts = new Int32List();
  /** Each frame's `frame` events: the first says what it is, the latest who called it. */
  private readonly calls = new Histories('events');
  private readonly lines = new Histories('events');
  /** Each variable's `local` events. A frame's variables are chained in the order in which they were first bound. */
  private readonly variables = new Histories('events');
  private readonly firstVariable = new Int32List();
  private readonly nextVariable = new Int32List();
  private readonly parents = new Int32List();
  private readonly taskFrames = new Int32List();
  private readonly threadFrames = new Int32List();
  private programFrame = 0;
  private interruptedFrame = 0;
  private innermost = 0;
  private frameCount = 0;
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  get byteLength(): number {
    const lists = [this.changes, this.innermosts, this.firstVariable, this.nextVariable, this.parents, this.taskFrames, this.threadFrames];
    return [...lists, this.calls, this.lines, this.variables].reduce((sum, part) => sum + part.byteLength, 0);
  }

  addTask(): void {
    this.taskFrames.push(0);
  }

  addThread(): void {
    this.threadFrames.push(0);
  }

  /** A thread is about to run, in the middle of whatever runs. */
  interrupt(): void {
    this.interruptedFrame = this.innermost;
  }

  /** The thread waits or has ended, and what it interrupted runs on. */
  goOn(event: number): void {
    this.setInnermost(event, this.interruptedFrame);
  }

  enterThread(event: number, thread: number): void {
    this.setInnermost(event, this.threadFrames.at(thread - 1));
  }

  leaveThread(event: number, thread: number): void {
    this.threadFrames.set(thread - 1, this.innermost);
    this.setInnermost(event, 0);
  }

  /** A handle of this task (0: of none) begins to run. */
  enterHandle(event: number, task: number): void {
    this.setInnermost(event, task === 0 ? 0 : this.taskFrames.at(task - 1));
  }

  leaveHandle(event: number, task: number): void {
    if (task !== 0) this.taskFrames.set(task - 1, this.innermost);
    this.setInnermost(event, 0);
  }

  leaveProgram(event: number): void {
    this.programFrame = this.innermost;
    this.setInnermost(event, 0);
  }

  enterProgram(event: number): void {
    this.setInnermost(event, this.programFrame);
  }

  call(event: number, frame: number, parent: number): void {
    if (frame > this.frameCount) {
      this.frameCount = frame;
      this.calls.addEntity();
      this.lines.addEntity();
      this.firstVariable.push(0);
      this.parents.push(parent);
    }
    this.calls.append(frame, event);
    this.parents.set(frame - 1, parent);
    this.setInnermost(event, frame);
  }

  line(event: number, frame: number): void {
    this.lines.append(frame, event);
    this.setInnermost(event, frame);
  }

  local(event: number, frame: number, name: number): void {
    this.variables.append(this.variableNamed(frame, name), event);
  }

  /** Frames end from within; one that is not on the stack (a generator that is thrown away) changes nothing there. */
  returned(event: number, frame: number): void {
    for (let caller = this.innermost; caller !== 0; caller = this.parents.at(caller - 1)) {
      if (caller !== frame) continue;
      this.setInnermost(event, this.parents.at(frame - 1));
      return;
    }
  }

  /** The `line` event at which what runs now stands: its innermost frame that has begun a line. -1: none. */
  latestStand(): number {
    for (let frame = this.innermost; frame !== 0; frame = this.parents.at(frame - 1)) {
      const lines = this.lines.count(frame);
      if (lines > 0) return this.lines.eventAt(frame, lines - 1);
    }
    return -1;
  }

  /** The frames under way in what runs at a step, innermost first. */
  stackAt(step: number): readonly number[] {
    const stack: number[] = [];
    const change = this.changes.countBelow(step) - 1;
    let frame = change === -1 ? 0 : this.innermosts.at(change);
    while (frame !== 0) {
      stack.push(frame);
      frame = this.source.recording.fieldAt(this.calls.latestEvent(frame, step), 1);
    }
    return stack;
  }

  /** The event that says what a frame is a call of. */
  callOf(frame: number): number {
    return this.calls.eventAt(frame, 0);
  }

  /** A frame's latest `line` event before a step, or -1. */
  lineAt(frame: number, step: number): number {
    return this.lines.latestEvent(frame, step);
  }

  /** The `local` events that made a frame's variables what they are at a step, in order of first binding. */
  localsAt(frame: number, step: number): readonly number[] {
    const events: number[] = [];
    for (let variable = this.firstVariable.at(frame - 1); variable !== 0; variable = this.nextVariable.at(variable - 1)) {
      const event = this.variables.latestEvent(variable, step);
      // The chain is in the order of first bindings, so all later ones come after the step as well.
      if (event === -1) break;
      if (this.source.recording.fieldAt(event, 2) !== 0) events.push(event);
    }
    return events;
  }

  private setInnermost(event: number, frame: number): void {
    if (frame === this.innermost) return;
    this.innermost = frame;
    this.changes.push(event);
    this.innermosts.push(frame);
  }

  private variableNamed(frame: number, name: number): number {
    let last = 0;
    for (let variable = this.firstVariable.at(frame - 1); variable !== 0; variable = this.nextVariable.at(variable - 1)) {
      if (this.source.recording.fieldAt(this.variables.eventAt(variable, 0), 1) === name) return variable;
      last = variable;
    }
    this.variables.addEntity();
    this.nextVariable.push(0);
    const added = this.nextVariable.length;
    if (last === 0) this.firstVariable.set(frame - 1, added);
    else this.nextVariable.set(last - 1, added);
    return added;
  }
}
