import type { ActorId } from '../../../model/actor-id';
import type { RecordingIndex } from '../../../model/index/recording-index';
import { type Output, outputAt } from '../../../model/outputs';
import type { Nanoseconds, Step } from '../../../model/units';

/** A line of output, with who wrote it and when. */
export interface ConsoleLine {
  /** The step right after its first character was written. */
  readonly step: Step;
  /** The number of the output event that began it, from 0: to be compared with `World.outputs`. */
  readonly output: number;
  readonly clock: Nanoseconds;
  readonly writer: ActorId;
  readonly stream: 'stdout' | 'stderr';
  /** Without the newline. */
  readonly text: string;
  /** What was read from standard input after it, as a terminal shows it; null: nothing was. */
  readonly typed: string | null;
}

/** How a terminal shows Ctrl+D. */
const END_OF_INPUT = '^D';

/**
 * The output of a recording in lines. It follows a recording that grows, reading each output once. What a task writes
 * after another left a line unfinished begins a line of its own, so that every line has one writer.
 */
export class ConsoleLog {
  private index: RecordingIndex | null = null;
  private read = 0;
  private open: 'stdout' | 'stderr' | null = null;
  private lines: readonly ConsoleLine[] = [];

  /** The lines of what is indexed; the same array as long as there is no new output. */
  linesOf(index: RecordingIndex): readonly ConsoleLine[] {
    if (index !== this.index) {
      this.index = index;
      this.read = 0;
      this.open = null;
      this.lines = [];
    }
    const count = index.outputs.length;
    if (this.read === count) return this.lines;
    const lines = [...this.lines];
    for (; this.read < count; this.read++) {
      const output = outputAt(index, this.read);
      if (output.stream === 'stdin') this.appendTyped(lines, output);
      else this.append(lines, output.stream, output);
    }
    this.lines = lines;
    return lines;
  }

  /** What is typed stands behind the question, and ends its line. */
  private appendTyped(lines: ConsoleLine[], { number, writer, step, clock, text }: Output): void {
    const typed = text === '' ? END_OF_INPUT : text.trimEnd();
    const last = lines.at(-1);
    if (last !== undefined && this.open === 'stdout' && last.stream === 'stdout' && last.writer === writer)
      lines[lines.length - 1] = { ...last, typed };
    else lines.push({ step, output: number, clock, writer, stream: 'stdout', text: '', typed });
    this.open = null;
  }

  private append(lines: ConsoleLine[], stream: 'stdout' | 'stderr', { number, writer, step, clock, text: written }: Output): void {
    const parts = written.split('\n');
    for (const [position, text] of parts.entries()) {
      if (position === parts.length - 1 && text === '') continue;
      const last = lines.at(-1);
      if (position === 0 && last !== undefined && this.open === stream && last.stream === stream && last.writer === writer) {
        lines[lines.length - 1] = { ...last, text: last.text + text };
      } else {
        lines.push({ step, output: number, clock, writer, stream, text, typed: null });
      }
    }
    this.open = parts.at(-1) === '' ? null : stream;
  }
}

/** How many of the lines were begun before a step at which `outputs` outputs had been written. */
export function linesBefore(lines: readonly ConsoleLine[], outputs: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.output ?? 0) < outputs) low = middle + 1;
    else high = middle;
  }
  return low;
}
