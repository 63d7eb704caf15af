import { createStore } from 'zustand/vanilla';
import { asStep } from '../../model/units';
import type { Example } from './examples';
import type { Machine } from './machine';
import { openRecordingOfProgram } from './openRecording';
import { type ProgramActions, programActions } from './programActions';
import { initialDrafts } from './programs';
import { type RecordingActions, recordingActions } from './recordingActions';
import { readDrafts, writeDrafts } from './savedDrafts';
import { readPreferences, writePreferences } from './savedPreferences';
import { sessionClaims } from './sessionClaims';
import type { AppState, AppStore } from './state';
import { type TravelActions, travelActions } from './travelActions';
import { type ViewActions, viewActions } from './viewActions';

/** Everything a reader can do. */
export type Actions = ProgramActions & RecordingActions & TravelActions & ViewActions;

/** The page without its looks. */
export interface App {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly examples: readonly Example[];
}

/** The page as it was left at the last visit, with the recording of its example on the way. */
export function createApp(machine: Machine): App {
  const { examples, keeper } = machine;
  const store: AppStore = createStore<AppState>()(() => ({
    drafts: initialDrafts(examples, readDrafts(keeper)),
    draftsKept: true,
    session: { phase: 'empty' },
    position: { step: asStep(0), playing: false },
    selection: { kind: 'nothing' },
    interpreter: { phase: 'loading', progress: 0 },
    preferences: readPreferences(keeper),
    outcomeDismissed: false,
  }));
  keepWhatChanges(store, machine);
  followInterpreter(store, machine);
  const claim = sessionClaims();
  void openRecordingOfProgram(store, machine, claim);
  return {
    store,
    examples,
    actions: {
      ...programActions(store, machine, claim),
      ...recordingActions(store, machine, claim),
      ...travelActions(store, machine),
      ...viewActions(store),
    },
  };
}

/** Saves drafts and preferences as they change: a page may be closed at any moment. */
function keepWhatChanges(store: AppStore, { keeper }: Machine): void {
  store.subscribe((state, before) => {
    if (state.drafts !== before.drafts) {
      const draftsKept = writeDrafts(keeper, state.drafts);
      if (draftsKept !== state.draftsKept) store.setState({ draftsKept });
    }
    if (state.preferences !== before.preferences) writePreferences(keeper, state.preferences);
  });
}

function followInterpreter(store: AppStore, machine: Machine): void {
  machine.recorder.then(
    (recorder) => {
      const follow = (): void => store.setState({ interpreter: recorder.state });
      recorder.subscribe(follow);
      follow();
    },
    (reason: unknown) =>
      store.setState({ interpreter: { phase: 'stopped', message: reason instanceof Error ? reason.message : String(reason) } }),
  );
}
