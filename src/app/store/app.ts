import { createStore } from 'zustand/vanilla';
import { asStep } from '../../model/units';
import { type Arrival, documentOf, NO_ARRIVAL, withGuest } from './arrival';
import { loadConditionReader } from './breaks';
import { type ConditionActions, conditionActions } from './conditionActions';
import type { Example } from './examples';
import { type FileActions, fileActions } from './fileActions';
import { followLink } from './followLink';
import { followRunningFile } from './followRunningFile';
import { type JumpActions, jumpActions } from './jumpActions';
import type { Machine } from './machine';
import { type MarkActions, markActions } from './markActions';
import { openRecordingOfProgram } from './openRecording';
import { type PlayActions, playActions } from './playActions';
import { type ProblemActions, problemActions } from './problemActions';
import { type ProgramActions, programActions } from './programActions';
import { initialDrafts } from './programs';
import { type RecordingActions, recordingActions } from './recordingActions';
import { readDrafts, writeDrafts } from './savedDrafts';
import { readPreferences, writePreferences } from './savedPreferences';
import { searchProblems } from './searchProblems';
import { sessionClaims } from './sessionClaims';
import type { AppState, AppStore } from './state';
import { type TravelActions, travelActions } from './travelActions';
import { type ViewActions, viewActions } from './viewActions';

/** Everything a reader can do. */
export type Actions = ConditionActions &
  FileActions &
  ProgramActions &
  RecordingActions &
  TravelActions &
  PlayActions &
  JumpActions &
  MarkActions &
  ProblemActions &
  ViewActions;

/** The page without its looks. */
export interface App {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly examples: readonly Example[];
  readonly arrival: Arrival;
}

/** The page as it was left at the last visit, or with what the reader came for; with the recording of its example on the way. */
export function createApp(ownMachine: Machine, arrival: Arrival = NO_ARRIVAL): App {
  const machine = withGuest(ownMachine, arrival);
  const { examples, keeper } = machine;
  const left = initialDrafts(ownMachine.examples, readDrafts(keeper));
  const store: AppStore = createStore<AppState>()(() => ({
    drafts: { ...left, current: documentOf(arrival) ?? left.current },
    draftsKept: true,
    file: '',
    deletedFile: null,
    session: { phase: 'empty' },
    position: { step: asStep(0), playing: false },
    selection: { kind: 'nothing' },
    found: null,
    conditionReader: null,
    following: false,
    notice: '',
    overlay: 'none',
    caretLine: 1,
    interpreter: { phase: 'loading', progress: 0 },
    preferences: readPreferences(keeper),
    liveError: null,
    outcomeDismissed: false,
  }));
  keepWhatChanges(store, machine, documentOf(arrival), left.current);
  followInterpreter(store, machine);
  searchProblems(store, machine);
  loadConditionReader(store, examples);
  const claim = sessionClaims();
  void openRecordingOfProgram(store, machine, claim);
  const travels = travelActions(store);
  const actions: Actions = {
    ...conditionActions(store, examples),
    ...fileActions(store, examples),
    ...programActions(store, machine, claim),
    ...recordingActions(store, machine, claim),
    ...travels,
    ...playActions(store, machine),
    ...jumpActions(store, machine),
    ...markActions(store, machine),
    ...problemActions(store, examples, travels),
    ...viewActions(store),
  };
  followRunningFile(store);
  followLink(store, actions, arrival);
  return { store, examples, actions, arrival };
}

/**
 * Saves drafts and preferences as they change: a page may be closed at any moment. What a link opened is not where the next
 * visit begins; that stays where the reader was before it.
 */
function keepWhatChanges(store: AppStore, { keeper }: Machine, visited: string | null, left: string): void {
  store.subscribe((state, before) => {
    if (state.drafts !== before.drafts) {
      const draftsKept = writeDrafts(keeper, state.drafts.current === visited ? { ...state.drafts, current: left } : state.drafts);
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
      const keepQuiet = (): void => recorder.keepQuiet(store.getState().position.playing);
      store.subscribe((now, before) => {
        if (now.position.playing !== before.position.playing) keepQuiet();
      });
      keepQuiet();
    },
    (reason: unknown) =>
      store.setState({ interpreter: { phase: 'stopped', message: reason instanceof Error ? reason.message : String(reason) } }),
  );
}
