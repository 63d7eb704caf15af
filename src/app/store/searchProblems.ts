import type { Problem } from '../../analysis/problems/problem';
import type { Recording } from '../../model/recording';
import type { Machine } from './machine';
import { currentRecorded } from './selectors';
import type { AppState, AppStore } from './state';

/**
 * Looks for problems whenever a recording stands still: a rule at a time with the page free in between, and only then loads the rules,
 * because what they say is never the first thing that a reader looks for.
 */
export function searchProblems(store: AppStore, machine: Machine): void {
  let searched: Recording | null = null;
  store.subscribe(({ session }) => {
    if (session.phase !== 'recorded' || session.recorded.recording === searched) return;
    const { recording, index } = session.recorded;
    searched = recording;
    const isCurrent = (): boolean => currentRecorded(store.getState())?.recording === recording;
    void import('../../analysis/problems/find-problems').then(({ searchForProblems }) => {
      const search = searchForProblems(index);
      const goOn = (): void => {
        if (!isCurrent()) return;
        const { done, value } = search.next();
        if (done === true) store.setState({ found: { recording, problems: value } });
        else machine.later(0, goOn);
      };
      goOn();
    });
  });
}

/** What was found in the present recording; null while that is not known. */
export const currentProblems = (state: AppState): readonly Problem[] | null =>
  state.found !== null && state.found.recording === currentRecorded(state)?.recording ? state.found.problems : null;
