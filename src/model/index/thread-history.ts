import { Int32List } from '../int32-list';
import { Histories } from './histories';

/** The threads, and the calls that were given to pools of them. */
export class ThreadHistory {
  private readonly threads = new Int32List();
  /** Each thread's `threadRun`, `threadWait` and `threadDone` events. */
  private readonly changes = new Histories('events');
  private readonly works = new Int32List();
  /** Each call's `workBegun` and `workDone`. */
  private readonly workChanges = new Histories('events');

  get byteLength(): number {
    return [this.threads, this.changes, this.works, this.workChanges].reduce((sum, part) => sum + part.byteLength, 0);
  }

  create(event: number): void {
    this.threads.push(event);
    this.changes.addEntity();
  }

  append(event: number, thread: number): void {
    this.changes.append(thread, event);
  }

  createWork(event: number): void {
    this.works.push(event);
    this.workChanges.addEntity();
  }

  appendWork(event: number, work: number): void {
    this.workChanges.append(work, event);
  }

  /** How many threads were started before a step: they are the threads 1 to this number. */
  countAt(step: number): number {
    return this.threads.countBelow(step);
  }

  creation(thread: number): number {
    return this.threads.at(thread - 1);
  }

  /** The latest event about a thread, its creation included. */
  latestChange(thread: number, step: number): number {
    return Math.max(this.creation(thread), this.changes.latestEvent(thread, step));
  }

  /** A thread's n-th change after its creation, from 0; -1: it has no more. */
  nthChange(thread: number, ordinal: number): number {
    return ordinal < this.changes.count(thread) ? this.changes.eventAt(thread, ordinal) : -1;
  }

  workCountAt(step: number): number {
    return this.works.countBelow(step);
  }

  creationOfWork(work: number): number {
    return this.works.at(work - 1);
  }

  /** The latest event about a call, its creation included. */
  latestChangeOfWork(work: number, step: number): number {
    return Math.max(this.creationOfWork(work), this.workChanges.latestEvent(work, step));
  }
}
