import type { RecordingIndex } from '../../model/index/recording-index';
import { Int32List } from '../../model/int32-list';
import type { Way } from '../../model/landmarks';
import { asStep, type Step } from '../../model/units';
import type { Breakpoint } from './breakpoint';
import type { ConditionReader, ReadCondition } from './conditionReader';
import { LinePasses } from './linePasses';

/** Where one breakpoint stops. Passes of its line are looked at once each, in order, and no further than was asked for. */
export class BreakpointStops {
  private readonly index: RecordingIndex;
  private readonly passes: LinePasses;
  private readonly breakpoint: Breakpoint;
  private readonly condition: ReadCondition | null;
  private readonly found = new Int32List();
  private looked = 0;
  /** Why the condition could not be told where that was so for the first time; null when it always could. */
  reason: string | null = null;

  constructor(index: RecordingIndex, reader: ConditionReader, passes: LinePasses, breakpoint: Breakpoint) {
    this.index = index;
    this.passes = passes;
    this.breakpoint = breakpoint;
    this.condition = breakpoint.condition.trim() === '' ? null : reader(index, breakpoint.condition);
  }

  /** The first stop behind a step, or the last before it: an event, -1 for none. */
  beside(step: number, way: Way): number {
    if (way === 'previous') {
      while (this.lookBefore(step - 1));
      return this.found.lastBelow(step - 1);
    }
    let position = this.found.countBelow(step);
    while (position >= this.found.length && this.lookBefore(Number.POSITIVE_INFINITY)) position = this.found.countBelow(step);
    return position < this.found.length ? this.found.at(position) : -1;
  }

  /** The events of its first stops, as many as are among the first `most` passes of its line; and whether those are all. */
  first(most: number): { readonly stops: Int32List; readonly all: boolean } {
    const { length } = this.passes.of(this.breakpoint.line);
    while (this.looked < Math.min(length, most)) this.lookBefore(Number.POSITIVE_INFINITY);
    return { stops: this.found, all: this.looked >= length };
  }

  /** Looks at the next pass if it lies before an event; says whether it did. */
  private lookBefore(end: number): boolean {
    const passes = this.passes.of(this.breakpoint.line);
    const event = this.looked < passes.length ? passes.at(this.looked) : end;
    if (event >= end) return false;
    this.looked++;
    if (this.stopsAt(event)) this.found.push(event);
    return true;
  }

  private stopsAt(event: number): boolean {
    if (!this.isInTask(event)) return false;
    if (this.condition === null) return true;
    const frame = this.index.recording.fieldAt(event, 0);
    const verdict = this.condition.at(event + 1, frame, this.passes.moduleFrame);
    if (typeof verdict === 'boolean') return verdict;
    this.reason ??= verdict.reason;
    return false;
  }

  private isInTask(event: number): boolean {
    const wanted = this.breakpoint.task.trim();
    if (wanted === '') return true;
    const { running, taskNames } = this.index;
    const task = running.taskAt(event);
    if (task === 0) return false;
    const label = taskNames.labelOf(task);
    return label === wanted || label.replace(/-\d+'*$/, '') === wanted || taskNames.nameAt(task, event) === wanted;
  }
}

/** The stops of the breakpoints of one recording. */
export class Breaks {
  private readonly index: RecordingIndex;
  private readonly reader: ConditionReader;
  private readonly passes: LinePasses;
  private readonly kept = new Map<string, { readonly length: number; readonly stops: BreakpointStops }>();

  constructor(index: RecordingIndex, reader: ConditionReader) {
    this.index = index;
    this.reader = reader;
    this.passes = new LinePasses(index);
  }

  of(breakpoint: Breakpoint): BreakpointStops {
    const { line, task, condition } = breakpoint;
    const key = JSON.stringify([line, task, condition]);
    const kept = this.kept.get(key);
    // Labels of tasks may change while a recording grows, so what was found by them then is looked for again.
    if (kept !== undefined && (task === '' || kept.length === this.index.length)) return kept.stops;
    const stops = new BreakpointStops(this.index, this.reader, this.passes, breakpoint);
    this.kept.set(key, { length: this.index.length, stops });
    return stops;
  }

  /** The nearest stop of any of the breakpoints on one side of a step, as the step right after its event; null for none. */
  beside(breakpoints: readonly Breakpoint[], step: Step, way: Way): Step | null {
    const events = breakpoints.map((breakpoint) => this.of(breakpoint).beside(step, way)).filter((event) => event !== -1);
    if (events.length === 0) return null;
    return asStep((way === 'next' ? Math.min(...events) : Math.max(...events)) + 1);
  }
}
