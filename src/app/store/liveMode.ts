import type { Machine } from './machine';
import { sameFiles } from './programs';
import { currentFiles, currentRecorded, isOlder } from './selectors';
import type { AppStore } from './state';

/** Milliseconds without a keystroke after which a text is recorded. */
export const PAUSE = 500;

/** In live mode, records a text, or a world, once nobody has typed for a moment, unless it is what was recorded last. */
export function recordAsOneTypes(store: AppStore, machine: Machine, record: () => void): void {
  const { examples } = machine;
  let cancel = (): void => undefined;
  store.subscribe((state, before) => {
    if (state.preferences === before.preferences && state.drafts === before.drafts) return;
    const turnedOn = state.preferences.live && !before.preferences.live;
    const changed =
      state.drafts.conditions !== before.drafts.conditions || !sameFiles(currentFiles(examples, state), currentFiles(examples, before));
    if (!turnedOn && !(state.preferences.live && changed)) return;
    cancel();
    const { current } = state.drafts;
    cancel = machine.later(turnedOn ? 0 : PAUSE, () => {
      const now = store.getState();
      if (!now.preferences.live || now.drafts.current !== current) return;
      if (currentRecorded(now) !== null && !isOlder(examples, now)) store.setState({ liveError: null });
      else record();
    });
  });
}
