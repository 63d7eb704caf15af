import type { Recording } from '../../model/recording';
import type { Step } from '../../model/units';
import type { World } from '../../model/world';
import { worldAt } from '../../model/world-at';
import { currentRecorded } from './selectors';
import type { AppState } from './state';

/**
 * The world at the state's step, looked up when the recording or the step changes. It keeps the last one only: what
 * is read from one state shows the same step.
 */
export function worldSelector(lookUp: (state: AppState) => World | null = worldOf): (state: AppState) => World | null {
  let last: { readonly recording: Recording; readonly step: Step; readonly world: World | null } | null = null;
  return (state) => {
    const recorded = currentRecorded(state);
    if (recorded === null) return null;
    const { recording } = recorded;
    const { step } = state.position;
    if (last === null || last.recording !== recording || last.step !== step) last = { recording, step, world: lookUp(state) };
    return last.world;
  };
}

function worldOf(state: AppState): World | null {
  const recorded = currentRecorded(state);
  return recorded === null ? null : worldAt(recorded.index, state.position.step);
}
