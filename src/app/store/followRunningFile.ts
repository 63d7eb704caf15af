import { currentRecorded } from './selectors';
import type { AppState, AppStore } from './state';

/**
 * While one travels, shows the file in which the program is. Only when that changes, so that one may look at another file meanwhile; and not
 * when a new recording begins under who types.
 */
export function followRunningFile(store: AppStore): void {
  store.subscribe((state, before) => {
    if (state.position.step === before.position.step || currentRecorded(state)?.index !== currentRecorded(before)?.index) return;
    const file = runningFile(state);
    if (file !== null && file !== runningFile(before) && file !== state.file) store.setState({ file });
  });
}

/** The file of the innermost call that runs at the state's step; null where nothing of the program does. */
function runningFile(state: AppState): string | null {
  const recorded = currentRecorded(state);
  if (recorded === null || recorded.recording.program.files.length < 2) return null;
  const { recording, frames } = recorded.index;
  const [innermost] = frames.stackAt(state.position.step);
  return innermost === undefined ? null : recording.string(recording.fieldAt(frames.callOf(innermost), 3));
}
