import type { RecordingIndex } from './index/recording-index';
import { Int32List } from './int32-list';

/** The `line` events of one line of a file, in order: those before a step say how often it had begun to run by then. */
export type RunsOfLine = Pick<Int32List, 'length' | 'countBelow'>;

/** How often each line of the program's files ran. It follows a recording that grows, reading each event once. */
export class LineRuns {
  private index: RecordingIndex | null = null;
  private read = 0;
  private files = new Map<string, Map<number, Int32List>>();

  /** The runs of a file's lines, by the line's number from 1; lines that never ran are not there. */
  ofFile(index: RecordingIndex, file: string): ReadonlyMap<number, RunsOfLine> {
    if (index !== this.index) {
      this.index = index;
      this.read = 0;
      this.files = new Map();
    }
    for (; this.read < index.lines.length; this.read++) this.add(index, index.lines.at(this.read));
    return this.files.get(file) ?? NO_LINES;
  }

  private add({ recording, frames }: RecordingIndex, event: number): void {
    const file = recording.string(recording.fieldAt(frames.callOf(recording.fieldAt(event, 0)), 3));
    const line = recording.fieldAt(event, 1);
    const lines = this.files.get(file) ?? new Map<number, Int32List>();
    const runs = lines.get(line) ?? new Int32List();
    runs.push(event);
    lines.set(line, runs);
    this.files.set(file, lines);
  }
}

const NO_LINES: ReadonlyMap<number, RunsOfLine> = new Map();
