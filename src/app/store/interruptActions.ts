import type { Interrupt } from '../../model/interrupt';
import { inOrder, interruptAt } from '../../model/interrupt-at';
import type { Machine } from './machine';
import { withConditions } from './ownConditions';
import { currentConditions, currentRecorded, isUpToDate } from './selectors';
import { type Stand, standAsBefore, standAtInterrupt } from './stand';
import type { AppStore } from './state';

export interface InterruptActions {
  /** Records the program again with Ctrl+C pressed at the present step, and goes there; says so where there is no such step. */
  readonly interruptHere: () => void;
  /** Records the program again without one of its interrupts: by its place in the order in which they arrive. */
  readonly removeInterrupt: (place: number) => void;
}

/** @param record records the program in the editor as it was begun last; `stand`: where to stand in the recording */
export function interruptActions(store: AppStore, { examples }: Machine, record: (stand: Stand) => void): InterruptActions {
  const recordWith = (interrupts: readonly Interrupt[], stand: Stand): void => {
    store.setState(({ drafts }) => ({ drafts: withConditions(examples, drafts, { interrupts: inOrder(interrupts) }) }));
    record(stand);
  };
  return {
    interruptHere: () => {
      const state = store.getState();
      const recorded = currentRecorded(state);
      if (recorded === null || !isUpToDate(examples, state)) {
        store.setState({ notice: 'Run the program first, and go to the step at which Ctrl+C is to be pressed.' });
        return;
      }
      const { index } = recorded;
      const { step } = state.position;
      const { interrupts } = recorded.recording.conditions;
      recordWith([...interrupts, interruptAt(index, step)], standAtInterrupt(index.signals.countBelow(step), step));
    },
    removeInterrupt: (place) => {
      const interrupts = inOrder(currentConditions(examples, store.getState()).interrupts);
      recordWith(
        interrupts.filter((_, at) => at !== place),
        standAsBefore(store),
      );
    },
  };
}
