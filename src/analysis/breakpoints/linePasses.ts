import type { RecordingIndex } from '../../model/index/recording-index';
import { Int32List } from '../../model/int32-list';

const NONE = new Int32List(0);

/** For each line of a program's first file the events at which it is about to run. It follows an index that grows. */
export class LinePasses {
  private readonly index: RecordingIndex;
  private readonly byLine = new Map<number, Int32List>();
  private read = 0;
  private module = 0;

  constructor(index: RecordingIndex) {
    this.index = index;
  }

  /** The `line` events of a line, in order. */
  of(line: number): Int32List {
    this.extend();
    return this.byLine.get(line) ?? NONE;
  }

  /** The frame of the file's own top level, in which its global variables are; 0 before it runs. */
  get moduleFrame(): number {
    this.extend();
    return this.module;
  }

  private extend(): void {
    const { lines, recording, frames } = this.index;
    const file = recording.program.files[0]?.path;
    for (; this.read < lines.length; this.read++) {
      const event = lines.at(this.read);
      const frame = recording.fieldAt(event, 0);
      const call = frames.callOf(frame);
      if (recording.string(recording.fieldAt(call, 3)) !== file) continue;
      if (this.module === 0 && recording.string(recording.fieldAt(call, 2)) === '<module>') this.module = frame;
      this.add(recording.fieldAt(event, 1), event);
    }
  }

  private add(line: number, event: number): void {
    const list = this.byLine.get(line);
    if (list !== undefined) {
      list.push(event);
      return;
    }
    const begun = new Int32List(4);
    begun.push(event);
    this.byLine.set(line, begun);
  }
}
