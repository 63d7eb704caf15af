import { nextStep, previousStep } from '../../model/navigation';
import { asStep, type Step } from '../../model/units';
import { currentRecorded, followedTask, recordedLength } from './selectors';
import type { AppStore } from './state';

export interface TravelActions {
  /** Stands at a step, cut to those there are. */
  readonly travel: (step: number) => void;
  readonly firstStep: () => void;
  readonly lastStep: () => void;
  /** One step of the chosen size; of the selected task only, while that is followed. */
  readonly stepForward: () => void;
  readonly stepBack: () => void;
}

export function travelActions(store: AppStore): TravelActions {
  const travel = (step: number): void => {
    const last = recordedLength(store.getState());
    store.setState({ position: { step: asStep(Math.min(Math.max(0, Math.round(step)), last)), playing: false }, notice: '' });
  };
  const stepBy = (beside: typeof nextStep): void => {
    const state = store.getState();
    const recorded = currentRecorded(state);
    if (recorded === null) return;
    const step: Step = beside(recorded.index, state.position.step, state.preferences.stepSize, { task: followedTask(state) });
    store.setState({ position: { step, playing: false }, notice: '' });
  };
  return {
    travel,
    firstStep: () => travel(0),
    lastStep: () => travel(Number.MAX_SAFE_INTEGER),
    stepForward: () => stepBy(nextStep),
    stepBack: () => stepBy(previousStep),
  };
}
