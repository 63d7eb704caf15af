import type { Fix, Problem } from '../../analysis/problems/problem';
import type { Example } from './examples';
import { withFiles } from './programs';
import { currentFiles, isUpToDate } from './selectors';
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
  { travel }: { readonly travel: (step: number) => void },
): ProblemActions {
  return {
    goToProblem: ({ step, task, place }) => {
      travel(step);
      if (place !== null) store.setState({ file: place.file });
      if (task !== null) store.setState({ selection: { kind: 'task', task, place } });
      else if (place !== null) store.setState({ selection: { kind: 'line', place } });
    },
    mend: (fix) => {
      const state = store.getState();
      if (!isUpToDate(examples, state)) return;
      const files = currentFiles(examples, state).map(({ path, text }) => ({ path, text: mendedText(path, text, fix) }));
      store.setState({ drafts: withFiles(examples, state.drafts, state.drafts.current, files) });
    },
  };
}

/** A file's text with those edits of a fix made that concern it. */
function mendedText(path: string, text: string, { edits }: Fix): string {
  const backwards = edits.filter(({ file }) => file === path).sort((one, other) => other.from - one.from);
  return backwards.reduce((mended, { from, to, insert }) => mended.slice(0, from) + insert + mended.slice(to), text);
}
