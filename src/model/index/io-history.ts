import { Int32List } from '../int32-list';

/** When each I/O began and ended. */
export class IoHistory {
  private readonly begins = new Int32List();
  /** The `ioDone` event of each I/O, -1 while it has none. */
  private readonly ends = new Int32List();

  /** How many have begun; they count from 1. */
  get count(): number {
    return this.begins.length;
  }

  get byteLength(): number {
    return this.begins.byteLength + this.ends.byteLength;
  }

  /** An `io` event. */
  begin(event: number): void {
    this.begins.push(event);
    this.ends.push(-1);
  }

  /** An `ioDone` event. Only the first counts. */
  end(event: number, io: number): void {
    if (this.ends.at(io - 1) < 0) this.ends.set(io - 1, event);
  }

  /** The `io` event of an I/O. */
  beginning(io: number): number {
    return this.begins.at(io - 1);
  }

  /** The `ioDone` event of an I/O; -1: it has none. */
  ending(io: number): number {
    return this.ends.at(io - 1);
  }

  /** What is under way at a step, in order of beginning. */
  *underWayAt(step: number): Generator<number> {
    for (let io = 1; io <= this.begins.length && this.begins.at(io - 1) < step; io++) {
      const end = this.ends.at(io - 1);
      if (end < 0 || end >= step) yield io;
    }
  }
}
