import { Histories } from './histories';

/** Each task's `contextVariable` events. */
export class ContextHistory {
  private readonly changes = new Histories('events');

  get byteLength(): number {
    return this.changes.byteLength;
  }

  addTask(): void {
    this.changes.addEntity();
  }

  append(event: number, task: number): void {
    this.changes.append(task, event);
  }

  /** The events that changed a task's context before a step, in order. */
  *changesBefore(task: number, step: number): Generator<number> {
    const count = this.changes.countBefore(task, step);
    for (let ordinal = 0; ordinal < count; ordinal++) yield this.changes.eventAt(task, ordinal);
  }
}
