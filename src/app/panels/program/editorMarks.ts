import type { RecordingIndex } from '../../../model/index/recording-index';
import type { World } from '../../../model/world';
import type { LineValue, Pill } from '../../editor/annotations';
import type { LineMap } from '../../editor/lineMap';
import { isFinished } from '../tasks/reason';

/** What is drawn around the text of a file at a step. */
export interface EditorMarks {
  readonly runningLine: number | null;
  readonly callerLines: readonly number[];
  readonly pills: readonly Pill[];
  readonly values: readonly LineValue[];
}

export const NO_MARKS: EditorMarks = { runningLine: null, callerLines: [], pills: [], values: [] };

/** Where tasks stand in a file at a step, which of its lines runs, and the values beside the lines that gave them. */
export function editorMarks(index: RecordingIndex, world: World, file: string): EditorMarks {
  const [runningLine = null, ...callerLines] = world.stack.filter((frame) => frame.file === file).map((frame) => frame.line);
  return { runningLine, callerLines, pills: pillsIn(world, file), values: valuesIn(index, world, file) };
}

/** The marks on the lines to which those of the recorded text have moved; what stood on lines that were changed is left out. */
export function movedMarks(marks: EditorMarks, { toNow }: LineMap): EditorMarks {
  const moved = <Mark extends { readonly line: number }>(mark: Mark): readonly Mark[] => {
    const line = toNow(mark.line);
    return line === null ? [] : [{ ...mark, line }];
  };
  return {
    runningLine: marks.runningLine === null ? null : toNow(marks.runningLine),
    callerLines: marks.callerLines.map(toNow).filter((line) => line !== null),
    pills: marks.pills.flatMap(moved),
    values: marks.values.flatMap(moved),
  };
}

function pillsIn(world: World, file: string): readonly Pill[] {
  return world.tasks.flatMap(({ task, label, state, place }) =>
    place === null || place.file !== file || isFinished(state) ? [] : [{ line: place.line, label, state, task }],
  );
}

/** Longer reprs are cut: they stand beside code. */
const LONGEST_VALUE = 40;

function valuesIn(index: RecordingIndex, world: World, file: string): readonly LineValue[] {
  return world.stack
    .filter((frame) => frame.file === file)
    .flatMap(({ frame, locals }) =>
      locals.flatMap(({ name, value, since }) => {
        const event = index.frames.lineAt(frame, since);
        if (event === -1 || value === '') return [];
        const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
        return [
          { line: index.recording.fieldAt(event, 1), id: `${frame} ${name}`, text: `${name} = ${shown}`, changed: since === world.step },
        ];
      }),
    );
}
