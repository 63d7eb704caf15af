import { useMemo } from 'react';
import type { LineMap } from '../../editor/lineMap';
import type { ProblemMark } from '../../editor/useProblemMarks';
import { useAppState } from '../../store/AppContext';
import { currentProblems } from '../../store/searchProblems';

const NO_PROBLEMS: readonly ProblemMark[] = [];

/** The present recording's problems in a file, on the lines to which those of the recorded text have moved; those on changed lines are left out. */
export function useProblemsInText(file: string, { toNow }: LineMap): readonly ProblemMark[] {
  const problems = useAppState(currentProblems);
  return useMemo(() => {
    if (problems === null || problems.length === 0) return NO_PROBLEMS;
    return problems.flatMap(({ place, severity, message, rule }) => {
      const line = place?.file === file ? toNow(place.line) : null;
      return place === null || line === null ? [] : [{ line, column: place.column, severity, message, rule }];
    });
  }, [problems, file, toNow]);
}
