import { RecordingIndex } from '../../model/index/recording-index';
import { type Recording, RecordingBuilder } from '../../model/recording';
import type { Conditions, Program } from '../../model/scenario';
import { KIND } from '../../model/vocabulary';
import type { RecordEnd, Recorder } from '../../recorder/protocol';
import type { Machine } from './machine';
import { currentRecorded } from './selectors';
import { type Stand, standAsBefore, standAtFirstLine } from './stand';
import type { AppState, AppStore, Recorded } from './state';

/** One run from Run to its end. It shows what it has at most once a frame. */
export interface Take {
  readonly record: (recorder: Recorder) => void;
  /** Ends it at once and keeps what it recorded. */
  readonly stop: () => void;
  /** Ends it because something else is to be shown. */
  readonly drop: () => void;
  readonly finish: (end: RecordEnd) => void;
}

/**
 * Begins a run. `asked`: where to stand in it, if not at its first line. `live`: nobody asked for it but who types, so that what was recorded before stays, with the place in it, until there is something
 * to put in its stead; a program that cannot be compiled puts nothing there but a note.
 */
export function newTake(
  store: AppStore,
  machine: Machine,
  program: Program,
  conditions: Conditions,
  document: string,
  live: boolean,
  asked: Stand | null,
): Take {
  const builder = new RecordingBuilder(program, conditions);
  const stand = asked ?? (live && currentRecorded(store.getState()) !== null ? standAsBefore(store) : standAtFirstLine());
  let shown: Recorded | null = null;
  let refreshing = false;
  let end: RecordEnd | null = null;
  let stopRecorder: (() => void) | null = null;

  function show(): void {
    const recording = builder.recording();
    const index = grownIndex(shown, recording);
    const step = stand(index, end !== null, shown === null);
    if (step === 'wait') return;
    shown = { recording, index, document };
    const { position } = store.getState();
    store.setState({
      session: end === null ? { phase: 'recording', recorded: shown } : { phase: 'recorded', recorded: shown, end },
      liveError: null,
      ...(step === null ? {} : { position: { ...position, step } }),
      ...(live ? { outcomeDismissed: true } : {}),
    });
  }

  function finish(how: RecordEnd): void {
    if (end !== null) return;
    end = how;
    const complaint = live && shown === null ? complaintOf(builder.recording(), how) : null;
    if (complaint === null) show();
    else store.setState({ liveError: complaint });
  }

  store.setState(live ? withoutRun : withRun);

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

/** What was recorded before stays in sight until there is something new, so that the panels don't flicker. */
const withRun = (state: AppState): Partial<AppState> => ({
  session: { phase: 'recording', recorded: currentRecorded(state) },
  position: { ...state.position, playing: false },
  selection: { kind: 'nothing' },
  notice: '',
  liveError: null,
  outcomeDismissed: false,
});

/** A live run takes the recorder from a run under way, which ends with what it has. */
function withoutRun({ session }: AppState): Partial<AppState> {
  if (session.phase !== 'recording') return {};
  return { session: session.recorded === null ? { phase: 'empty' } : { phase: 'recorded', recorded: session.recorded, end: null } };
}

/** Why there is nothing to show: the program could not be compiled, or the interpreter died. null: there is something. */
function complaintOf(recording: Recording, how: RecordEnd): string | null {
  if (how.kind === 'crashed') return how.message;
  const last = recording.length - 1;
  if (how.kind !== 'ended' || last < 0 || recording.kindAt(last) !== KIND.end) return null;
  for (let event = 0; event < last; event++) if (recording.kindAt(event) !== KIND.output) return null;
  const end = recording.event(last);
  return end.type === 'end' && end.outcome === 'exception' ? recording.string(end.text) : null;
}

/** An index grows in place; a recording that has just begun needs a new one. */
function grownIndex(shown: Recorded | null, recording: Recording): RecordingIndex {
  if (shown === null) return new RecordingIndex(recording);
  shown.index.extend(recording);
  return shown.index;
}
