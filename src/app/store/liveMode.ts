import type { Machine } from './machine';
import { sameFiles } from './programs';
import { currentFiles, currentRecorded, isUpToDate } from './selectors';
import type { AppStore } from './state';

/** Milliseconds without a keystroke after which a text is recorded. */
export const PAUSE = 500;

/** In live mode, records a text once nobody has typed for a moment, unless it is what was recorded last. */
export function recordAsOneTypes(store: AppStore, machine: Machine, record: () => void): void {
  const { examples } = machine;
  let cancel = (): void => undefined;
  store.subscribe((state, before) => {
    if (state.preferences === before.preferences && state.drafts === before.drafts) return;
    const turnedOn = state.preferences.live && !before.preferences.live;
    if (!turnedOn && (!state.preferences.live || sameFiles(currentFiles(examples, state), currentFiles(examples, before)))) return;
    cancel();
    const { current } = state.drafts;
    cancel = machine.later(turnedOn ? 0 : PAUSE, () => {
      const now = store.getState();
      if (!now.preferences.live || now.drafts.current !== current) return;
      if (currentRecorded(now) !== null && isUpToDate(examples, now)) store.setState({ liveError: null });
      else record();
    });
  });
}
