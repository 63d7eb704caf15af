import type { Problem } from '../../analysis/problems/problem';
import type { Recording } from '../../model/recording';
import { fetched } from '../fetched';
import type { Machine } from './machine';
import { currentRecorded } from './selectors';
import type { AppState, AppStore, FoundProblems } from './state';

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
    fetched(() => import('../../analysis/problems/find-problems')).then(
      ({ searchForProblems }) => {
        const search = searchForProblems(index);
        const goOn = (): void => {
          if (!isCurrent()) return;
          const { done, value } = search.next();
          if (done === true) store.setState({ found: { recording, problems: value } });
          else machine.later(0, goOn);
        };
        goOn();
      },
      () => {
        if (isCurrent()) store.setState({ found: { recording, problems: null } });
      },
    );
  });
}

const currentFound = (state: AppState): FoundProblems | null =>
  state.found !== null && state.found.recording === currentRecorded(state)?.recording ? state.found : null;

/** What was found in the present recording; null while that is not known. */
export const currentProblems = (state: AppState): readonly Problem[] | null => currentFound(state)?.problems ?? null;

/** Why it is not known what problems the present recording has; null when it is known. */
export function problemsMissing(state: AppState): string | null {
  const found = currentFound(state);
  if (found === null) return 'Looking for problems in the recording …';
  return found.problems === null ? 'What finds problems could not be fetched. Run the program again once the network is there.' : null;
}
