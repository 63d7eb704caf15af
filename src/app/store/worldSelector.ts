import type { Recording } from '../../model/recording';
import type { Step } from '../../model/units';
import type { World } from '../../model/world';
import { worldAt } from '../../model/world-at';
import { currentRecorded } from './selectors';
import type { AppState } from './state';

/**
 * The world at the state's step, computed when the recording or the step changes. It keeps the last one only: every
 * panel shows the same step.
 */
export function worldSelector(): (state: AppState) => World | null {
  let last: { readonly recording: Recording; readonly step: Step; readonly world: World } | null = null;
  return (state) => {
    const recorded = currentRecorded(state);
    if (recorded === null) return null;
    const { recording, index } = recorded;
    const { step } = state.position;
    if (last === null || last.recording !== recording || last.step !== step) last = { recording, step, world: worldAt(index, step) };
    return last.world;
  };
}
