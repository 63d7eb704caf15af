import type { Budgets, Conditions } from '../../model/scenario';
import { type InterruptActions, interruptActions } from './interruptActions';
import { recordAsOneTypes } from './liveMode';
import type { Machine } from './machine';
import { nextMode, type RunMode } from './runModes';
import { currentConditions, currentFiles, currentRecorded, mainText } from './selectors';
import type { ClaimSession } from './sessionClaims';
import type { Stand } from './stand';
import type { AppStore } from './state';
import { newTake } from './take';

export interface RecordingActions extends InterruptActions {
  /** Records the text in the editor anew. */
  readonly run: () => void;
  /** As `run`, with ten times the budgets of the present recording. */
  readonly runLonger: () => void;
  /** As `run`, begun in another way, in which `run` begins it from then on. */
  readonly runWith: (mode: RunMode) => void;
  /** Ends the run under way at once and keeps what it recorded. */
  readonly stop: () => void;
}

const tenfold = ({ events, virtualSeconds, outputCharacters }: Budgets): Budgets => ({
  events: events * 10,
  virtualSeconds: virtualSeconds * 10,
  outputCharacters: outputCharacters * 10,
});

export function recordingActions(store: AppStore, machine: Machine, claim: ClaimSession): RecordingActions {
  /** Ends the run under way, if there is one. */
  let stopRun: (() => void) | null = null;

  function record(conditions: Conditions, live = false, stand: Stand | null = null): void {
    const { drafts } = store.getState();
    const program = { files: currentFiles(machine.examples, store.getState()) };
    const take = newTake(store, machine, program, conditions, drafts.current, live, stand);
    claim(take.drop);
    stopRun = take.stop;
    machine.recorder.then(take.record, (reason: unknown) => take.finish({ kind: 'crashed', message: messageOf(reason) }));
  }

  /** The conditions of the program in the editor, which is begun as it was begun last. */
  function conditionsNow(): Conditions {
    const state = store.getState();
    const conditions = currentConditions(machine.examples, state);
    return { ...conditions, ...nextMode(currentRecorded(state)?.recording.conditions, conditions, mainText(machine.examples, state)) };
  }

  recordAsOneTypes(store, machine, () => record(conditionsNow(), true));

  return {
    run: () => record(conditionsNow()),
    runWith: (mode) => record({ ...currentConditions(machine.examples, store.getState()), ...mode }),
    runLonger: () => {
      const conditions = currentRecorded(store.getState())?.recording.conditions ?? currentConditions(machine.examples, store.getState());
      record({ ...conditions, budgets: tenfold(conditions.budgets) });
    },
    stop: () => stopRun?.(),
    ...interruptActions(store, machine, (stand) => record(conditionsNow(), false, stand)),
  };
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
