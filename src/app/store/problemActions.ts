import type { Fix, Problem } from '../../analysis/problems/problem';
import type { Example } from './examples';
import { MAIN_FILE } from './programs';
import { currentText, isUpToDate } from './selectors';
import type { AppStore } from './state';

export interface ProblemActions {
  /** Stands where a problem shows, with its task selected and its line in view. */
  readonly goToProblem: (problem: Problem) => void;
  /** Makes the edits of a fix in the editor's text, where they can be undone. Does nothing once that is no longer the recorded text. */
  readonly mend: (fix: Fix) => void;
}

export function problemActions(
  store: AppStore,
  examples: readonly Example[],
  { travel, setText }: { readonly travel: (step: number) => void; readonly setText: (text: string) => void },
): ProblemActions {
  return {
    goToProblem: ({ step, task, place }) => {
      travel(step);
      if (task !== null) store.setState({ selection: { kind: 'task', task, place } });
      else if (place !== null) store.setState({ selection: { kind: 'line', place } });
    },
    mend: (fix) => {
      const state = store.getState();
      if (isUpToDate(examples, state)) setText(mendedText(currentText(examples, state), fix));
    },
  };
}

/** The main file's text with the edits of a fix made. */
function mendedText(text: string, { edits }: Fix): string {
  const backwards = edits.filter(({ file }) => file === MAIN_FILE).sort((one, other) => other.from - one.from);
  return backwards.reduce((mended, { from, to, insert }) => mended.slice(0, from) + insert + mended.slice(to), text);
}
