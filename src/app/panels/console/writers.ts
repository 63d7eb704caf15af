import { type ActorId, actorName } from '../../../model/actor-id';
import type { RecordingIndex } from '../../../model/index/recording-index';
import type { ConsoleLine } from './consoleLog';

/** Whose lines are shown: everybody's, or those of a task, a thread or the program outside them. */
export type Writer = 'everybody' | ActorId;

/** A writer as a choice in a menu. */
export interface WriterChoice {
  readonly writer: Writer;
  readonly value: string;
  readonly label: string;
}

/** Everybody, and each who wrote a line, in the order of their first. */
export function writerChoices(index: RecordingIndex, lines: readonly ConsoleLine[]): readonly WriterChoice[] {
  const writers = [...new Set(lines.map(({ writer }): Writer => writer))];
  return (['everybody', ...writers] as const).map((writer) => ({ writer, value: String(writer), label: labelOf(index, writer) }));
}

function labelOf(index: RecordingIndex, writer: Writer): string {
  if (writer === 'everybody') return 'All output';
  return writer === 0 ? 'the program' : actorName(index, writer);
}

/** The lines of a writer. */
export const linesOf = (lines: readonly ConsoleLine[], writer: Writer): readonly ConsoleLine[] =>
  writer === 'everybody' ? lines : lines.filter((line) => line.writer === writer);
