import { Int32List } from '../int32-list';
import { KIND } from '../vocabulary';
import { Histories } from './histories';
import type { Source } from './source';

/** What is known of a scope at a step. */
export interface ScopeState {
  readonly tasks: readonly number[];
  /** The latest `scopeDeadline` event, and the `scopeEnd`; -1 for none. */
  readonly deadline: number;
  readonly end: number;
}

/** Each scope's tasks, deadline and end. */
export class ScopeHistory {
  private readonly creations = new Int32List();
  private readonly changes = new Histories('events');
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  get byteLength(): number {
    return this.creations.byteLength + this.changes.byteLength;
  }

  create(event: number): void {
    this.creations.push(event);
    this.changes.addEntity();
  }

  append(event: number, scope: number): void {
    this.changes.append(scope, event);
  }

  countAt(step: number): number {
    return this.creations.countBelow(step);
  }

  creation(scope: number): number {
    return this.creations.at(scope - 1);
  }

  /** The latest event about a scope, its creation included. */
  latestChange(scope: number, step: number): number {
    return Math.max(this.creation(scope), this.changes.latestEvent(scope, step));
  }

  stateAt(scope: number, step: number): ScopeState {
    const { recording } = this.source;
    const tasks: number[] = [];
    let deadline = -1;
    let end = -1;
    const count = this.changes.countBefore(scope, step);
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const event = this.changes.eventAt(scope, ordinal);
      const kind = recording.kindAt(event);
      if (kind === KIND.scopeTask) tasks.push(recording.fieldAt(event, 1));
      else if (kind === KIND.scopeDeadline) deadline = event;
      else if (kind === KIND.scopeEnd) end = event;
    }
    return { tasks, deadline, end };
  }
}
