import { useMemo, useState } from 'react';
import { LineRuns } from '../../../model/line-runs';
import { asTaskId } from '../../../model/units';
import { variableHistory } from '../../../model/variable-history';
import { type LineMap, lineMap, UNCHANGED } from '../../editor/lineMap';
import type { CountsOf } from '../../editor/shownCounts';
import type { VariableSource } from '../../editor/useVariableHistory';
import { useActions, useAppState, useWorld } from '../../store/AppContext';
import { currentRecorded } from '../../store/selectors';
import { type EditorMarks, editorMarks, movedMarks, NO_MARKS } from './editorMarks';

/** What a recording knows about a file, told for the text that the file has now. */
export interface RecordedText {
  readonly marks: EditorMarks;
  readonly countsOf: CountsOf;
  readonly variables: VariableSource | null;
  /** Whether the recording is of an earlier text. */
  readonly older: boolean;
  /** Where the lines of the recorded text are now. */
  readonly map: LineMap;
}

const NO_COUNTS: CountsOf = () => null;

/** What the present recording knows about a file whose text is `text` now. */
export function useRecordedText(file: string, text: string): RecordedText {
  const { travel } = useActions();
  const recorded = useAppState(currentRecorded);
  const world = useWorld();
  const [lineRuns] = useState(() => new LineRuns());
  const then = recorded?.recording.program.files.find(({ path }) => path === file)?.text;
  const map = useMemo(() => (then === undefined ? UNCHANGED : lineMap(then, text)), [then, text]);
  const marks = useMemo(
    () =>
      recorded === null || world === null || then === undefined ? NO_MARKS : movedMarks(editorMarks(recorded.index, world, file), map),
    [recorded, world, file, then, map],
  );
  const countsOf = useMemo<CountsOf>(() => {
    if (recorded === null || world === null || then === undefined) return NO_COUNTS;
    const runs = lineRuns.ofFile(recorded.index, file);
    return (line) => {
      const recordedLine = map.toThen(line);
      const ran = recordedLine === null ? undefined : runs.get(recordedLine);
      return ran === undefined ? null : { soFar: ran.countBelow(world.step), inAll: ran.length };
    };
  }, [recorded, world, file, then, map, lineRuns]);
  const index = recorded?.index;
  const changesOf = useMemo(
    () => (scope: string, name: string) => (index === undefined ? [] : variableHistory(index, { file, function: scope }, name)),
    [index, file],
  );
  const variables = useMemo<VariableSource | null>(() => {
    if (index === undefined || world === null) return null;
    const taskLabel = (task: number | null) => (task === null ? 'the program' : index.taskNames.labelOf(asTaskId(task)));
    return { changesOf, step: world.step, taskLabel, onTravel: travel };
  }, [index, world, changesOf, travel]);
  return { marks, countsOf, variables, older: then !== undefined && then !== text, map };
}
