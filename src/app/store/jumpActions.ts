import { type Landmark, landmarkBeside, type Way } from '../../model/landmarks';
import type { Step } from '../../model/units';
import { currentRecorded } from './selectors';
import type { AppState, AppStore } from './state';

/** What one can jump to. */
export type JumpTarget = 'exception' | 'output' | 'resource';

export interface JumpActions {
  /** Goes to the nearest of its kind on one side; says so when there is none. */
  readonly jump: (target: JumpTarget, way: Way) => void;
}

const WORDS: { readonly [T in JumpTarget]: string } = {
  exception: 'exception',
  output: 'output',
  resource: 'change of the selected resource',
};

export function jumpActions(store: AppStore): JumpActions {
  return {
    jump: (target, way) => {
      const state = store.getState();
      if (target === 'resource' && state.selection.kind !== 'resource') {
        store.setState({ notice: 'Select a resource to jump to its changes.' });
        return;
      }
      const step = stepBeside(state, target, way);
      if (step === null) store.setState({ notice: `No ${WORDS[target]} ${way === 'next' ? 'after' : 'before'} this step.` });
      else store.setState({ position: { step, playing: false }, notice: '' });
    },
  };
}

function stepBeside(state: AppState, target: JumpTarget, way: Way): Step | null {
  const recorded = currentRecorded(state);
  const landmark = landmarkOf(state, target);
  return recorded === null || landmark === null ? null : landmarkBeside(recorded.index, state.position.step, landmark, way);
}

function landmarkOf({ selection }: AppState, target: JumpTarget): Landmark | null {
  if (target !== 'resource') return { kind: target };
  return selection.kind === 'resource' ? { kind: 'resource', resource: selection.resource } : null;
}
