import { Histories } from '../../model/index/histories';
import type { RecordingIndex } from '../../model/index/recording-index';
import { Int32List } from '../../model/int32-list';
import { KIND } from '../../model/vocabulary';

/** Scopes deeper than this in one task are not kept: there is no room to show them. */
const LEVELS = [0, 1, 2] as const;
export type Level = (typeof LEVELS)[number];
export const SCOPE_LEVELS: readonly Level[] = LEVELS;

const OPEN = -1;

/**
 * The scopes that each task opened: task groups, timeouts, gathers and so on. A scope has the first level that is free when it opens, so
 * those of one task and level follow one another. It follows an index that grows: `extend` reads only what is new.
 */
export class Scopes {
  private readonly index: RecordingIndex;
  private readonly histories: Readonly<Record<Level, Histories>> = {
    0: new Histories('valued'),
    1: new Histories('valued'),
    2: new Histories('valued'),
  };
  /** The event that ended each scope, or -1. */
  private readonly ends = new Int32List();
  /** For each task the scopes that are open, by level. */
  private readonly open = new Map<number, Map<Level, number>>();
  private tasks = 0;
  private read = 0;

  constructor(index: RecordingIndex) {
    this.index = index;
    this.extend();
  }

  /** Reads the events by which the index has grown. */
  extend(): void {
    const { recording, tasks, length } = this.index;
    for (; this.tasks < tasks.count; this.tasks++) for (const level of LEVELS) this.histories[level].addEntity();
    for (; this.read < length; this.read++) {
      const kind = recording.kindAt(this.read);
      if (kind === KIND.scope) this.begin(this.read, recording.fieldAt(this.read, 0), recording.fieldAt(this.read, 2));
      else if (kind === KIND.scopeEnd) this.end(this.read, recording.fieldAt(this.read, 0));
    }
  }

  count(level: Level, task: number): number {
    return this.histories[level].count(task);
  }

  /** How many scopes of a level a task opened before a step. */
  countBefore(level: Level, task: number, step: number): number {
    return this.histories[level].countBefore(task, step - 1);
  }

  /** The n-th scope of a level that a task opened, from 0. */
  at(level: Level, task: number, n: number): number {
    return this.histories[level].valueAt(task, n);
  }

  beginStep(scope: number): number {
    return this.index.scopes.creation(scope) + 1;
  }

  /** The step at which a scope was left; null while it is open. */
  endStep(scope: number): number | null {
    const end = this.ends.at(scope - 1);
    return end === OPEN ? null : end + 1;
  }

  /** The scopes that a task has open at a step, the outermost first. */
  openAt(task: number, step: number): readonly number[] {
    return LEVELS.flatMap((level) => {
      const n = this.countBefore(level, task, step + 1) - 1;
      if (n < 0) return [];
      const scope = this.at(level, task, n);
      const end = this.endStep(scope);
      return end === null || end > step ? [scope] : [];
    });
  }

  private begin(event: number, scope: number, task: number): void {
    this.ends.push(OPEN);
    if (task === 0) return;
    const open = this.open.get(task) ?? new Map<Level, number>();
    this.open.set(task, open);
    const level = LEVELS.find((candidate) => !open.has(candidate));
    if (level === undefined) return;
    open.set(level, scope);
    this.histories[level].append(task, event, scope);
  }

  private end(event: number, scope: number): void {
    this.ends.set(scope - 1, event);
    const open = this.open.get(this.index.recording.fieldAt(this.index.scopes.creation(scope), 2));
    for (const [level, other] of open ?? []) if (other === scope) open?.delete(level);
  }
}
