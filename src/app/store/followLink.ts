import type { Arrival } from './arrival';
import type { RecordingActions } from './recordingActions';
import type { AppStore } from './state';
import type { TravelActions } from './travelActions';

/** Runs what a link brought, and stands at its step once that is recorded, unless the reader was faster and moved on. */
export function followLink(store: AppStore, actions: Pick<RecordingActions & TravelActions, 'run' | 'travel'>, arrival: Arrival): void {
  if (arrival.kind === 'none' || arrival.kind === 'refused') return;
  if (arrival.kind === 'scenario') actions.run();
  const { step } = arrival;
  if (step === null) return;
  const { drafts } = store.getState();
  const leave = store.subscribe((state, before) => {
    const movedOn =
      state.drafts !== drafts || state.position.playing || (state.position !== before.position && state.session === before.session);
    const settled = state.session.phase === 'recorded';
    if (!movedOn && !settled) return;
    leave();
    if (!movedOn) actions.travel(step);
  });
}
