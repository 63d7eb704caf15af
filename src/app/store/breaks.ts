import { Breaks } from '../../analysis/breakpoints/breakpointStops';
import type { ConditionReader } from '../../analysis/breakpoints/conditionReader';
import type { RecordingIndex } from '../../model/index/recording-index';
import { fetched } from '../fetched';
import type { Example } from './examples';
import { currentMarks } from './selectors';
import type { AppState, AppStore } from './state';

const known = new WeakMap<RecordingIndex, { readonly reader: ConditionReader | null; readonly breaks: Breaks }>();

/** Where breakpoints stop in a recording: looked for once, for as long as its index and the reader of conditions are the same. */
export function breaksOf(index: RecordingIndex, reader: ConditionReader | null): Breaks {
  const found = known.get(index);
  if (found !== undefined && found.reader === reader) return found.breaks;
  const breaks = new Breaks(index, reader ?? unread('its condition is still being read'));
  known.set(index, { reader, breaks });
  return breaks;
}

/** Reads no condition, for a reason. */
const unread =
  (reason: string): ConditionReader =>
  () => ({ at: () => ({ reason }) });

/** Whether a breakpoint has a condition that cannot be read yet. */
export const conditionsMissing = (examples: readonly Example[], state: AppState): boolean =>
  state.conditionReader === null && currentMarks(examples, state).breakpoints.some(({ condition }) => condition.trim() !== '');

/** Loads what reads conditions when the first of the page is there: most pages never have one. */
export function loadConditionReader(store: AppStore, examples: readonly Example[]): void {
  let asked = false;
  const look = (state: AppState): void => {
    if (asked || !conditionsMissing(examples, state)) return;
    asked = true;
    fetched(() => import('../../analysis/breakpoints/condition')).then(
      ({ readCondition }) => store.setState({ conditionReader: readCondition }),
      () => store.setState({ conditionReader: unread('what reads conditions could not be loaded: load the page again') }),
    );
  };
  store.subscribe(look);
  look(store.getState());
}
