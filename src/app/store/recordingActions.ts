import { RecordingIndex } from '../../model/index/recording-index';
import { type Recording, RecordingBuilder } from '../../model/recording';
import type { Budgets, Conditions, Program } from '../../model/scenario';
import { asStep } from '../../model/units';
import type { RecordEnd, Recorder } from '../../recorder/protocol';
import type { Machine } from './machine';
import { openingStep } from './openingStep';
import { MAIN_FILE, textOf } from './programs';
import { currentConditions, currentRecorded } from './selectors';
import type { ClaimSession } from './sessionClaims';
import type { AppStore, Recorded } from './state';

export interface RecordingActions {
  /** Records the text in the editor anew. */
  readonly run: () => void;
  /** As `run`, with ten times the budgets of the present recording. */
  readonly runLonger: () => void;
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

  function record(conditions: Conditions): void {
    const { drafts } = store.getState();
    const text = textOf(machine.examples, drafts, drafts.current);
    const take = newTake(store, machine, { files: [{ path: MAIN_FILE, text }] }, conditions, drafts.current);
    claim(take.drop);
    stopRun = take.stop;
    machine.recorder.then(take.record, (reason: unknown) => take.finish({ kind: 'crashed', message: messageOf(reason) }));
  }

  return {
    run: () => record(currentConditions(machine.examples, store.getState())),
    runLonger: () => {
      const conditions = currentRecorded(store.getState())?.recording.conditions ?? currentConditions(machine.examples, store.getState());
      record({ ...conditions, budgets: tenfold(conditions.budgets) });
    },
    stop: () => stopRun?.(),
  };
}

/** One run from Run to its end. It shows what it has at most once a frame. */
interface Take {
  readonly record: (recorder: Recorder) => void;
  /** Ends it at once and keeps what it recorded. */
  readonly stop: () => void;
  /** Ends it because something else is to be shown. */
  readonly drop: () => void;
  readonly finish: (end: RecordEnd) => void;
}

function newTake(store: AppStore, machine: Machine, program: Program, conditions: Conditions, document: string): Take {
  const builder = new RecordingBuilder(program, conditions);
  let shown: Recorded | null = null;
  /** Whether one stands where one begins: at the first line, which may come after the first events, or never. */
  let opened = false;
  let refreshing = false;
  let end: RecordEnd | null = null;
  let stopRecorder: (() => void) | null = null;

  function show(): void {
    const recording = builder.recording();
    const first = shown === null;
    shown = { recording, index: grownIndex(shown, recording), document };
    const opens = !opened && (shown.index.lines.length > 0 || end !== null);
    opened ||= opens;
    const { position } = store.getState();
    store.setState({
      session: end === null ? { phase: 'recording', recorded: shown } : { phase: 'recorded', recorded: shown, end },
      ...(first || opens ? { position: { ...position, step: opens ? openingStep(shown.index) : asStep(0) } } : {}),
    });
  }

  function finish(how: RecordEnd): void {
    if (end !== null) return;
    end = how;
    show();
  }

  store.setState((state) => ({
    // What was recorded before stays in sight until there is something new, so that the panels don't flicker.
    session: { phase: 'recording', recorded: currentRecorded(state) },
    position: { ...state.position, playing: false },
    selection: { kind: 'nothing' },
    notice: '',
    outcomeDismissed: false,
  }));

  return {
    finish,
    record: (recorder) => {
      if (end !== null) return;
      const run = recorder.record(program, conditions, (chunk) => {
        if (end !== null) return;
        builder.append(chunk);
        if (refreshing) return;
        refreshing = true;
        machine.nextFrame(() => {
          refreshing = false;
          if (end === null) show();
        });
      });
      stopRecorder = () => run.stop();
      void run.end.then(finish);
    },
    stop: () => {
      stopRecorder?.();
      finish({ kind: 'stopped' });
    },
    drop: () => {
      stopRecorder?.();
      end ??= { kind: 'stopped' };
    },
  };
}

/** An index grows in place; a recording that has just begun needs a new one. */
function grownIndex(shown: Recorded | null, recording: Recording): RecordingIndex {
  if (shown === null) return new RecordingIndex(recording);
  shown.index.extend(recording);
  return shown.index;
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
