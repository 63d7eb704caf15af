import type { RecordingIndex } from '../../../model/index/recording-index';
import type { TaskId } from '../../../model/units';
import type { ConsoleLine } from './consoleLog';

/** Whose lines are shown: everybody's, the program's outside any task, or a task's. */
export type Writer = 'everybody' | 'program' | TaskId;

/** A writer as a choice in a menu. */
export interface WriterChoice {
  readonly writer: Writer;
  readonly value: string;
  readonly label: string;
}

/** Everybody, and each who wrote a line, in the order of their first. */
export function writerChoices(index: RecordingIndex, lines: readonly ConsoleLine[]): readonly WriterChoice[] {
  const writers = [...new Set(lines.map(({ task }): Writer => task ?? 'program'))];
  return (['everybody', ...writers] as const).map((writer) => ({ writer, value: String(writer), label: labelOf(index, writer) }));
}

function labelOf(index: RecordingIndex, writer: Writer): string {
  if (writer === 'everybody') return 'All output';
  return writer === 'program' ? 'the program' : index.taskNames.labelOf(writer);
}

/** The lines of a writer. */
export const linesOf = (lines: readonly ConsoleLine[], writer: Writer): readonly ConsoleLine[] =>
  writer === 'everybody' ? lines : lines.filter(({ task }) => (task ?? 'program') === writer);
