import type { StoreApi } from 'zustand/vanilla';
import type { ConditionReader } from '../../analysis/breakpoints/conditionReader';
import type { Problem } from '../../analysis/problems/problem';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { Recording } from '../../model/recording';
import type { ProgramFile } from '../../model/scenario';
import type { ResourceId, Step, TaskId } from '../../model/units';
import type { Place } from '../../model/world';
import type { InterpreterState, RecordEnd } from '../../recorder/protocol';
import type { Drafts } from './savedDrafts';
import type { Preferences } from './savedPreferences';

/** What is recorded and can be travelled. The index belongs to the recording and grows with it. */
export interface Recorded {
  readonly recording: Recording;
  readonly index: RecordingIndex;
  /** The document whose text was recorded: an example's slug or `OWN_PROGRAM`. */
  readonly document: string;
}

/** What the page has to show. */
export type Session =
  /** Nothing was recorded yet. */
  | { readonly phase: 'empty' }
  /** An example's recording is on its way. */
  | { readonly phase: 'opening'; readonly document: string }
  /** An example's recording could not be opened. */
  | { readonly phase: 'unopened'; readonly document: string; readonly message: string }
  /** A run is being recorded; until its first events arrive, what was recorded before is still shown. */
  | { readonly phase: 'recording'; readonly recorded: Recorded | null }
  /** A recording stands still. `end` is null when it was opened rather than recorded here. */
  | { readonly phase: 'recorded'; readonly recorded: Recorded; readonly end: RecordEnd | null };

/** Where one stands in the recording, and whether one is on the move. */
export interface Position {
  readonly step: Step;
  readonly playing: boolean;
}

/** What the reader singled out: the same thing in every panel. */
export type Selection =
  | { readonly kind: 'nothing' }
  /** `place`: what is about the task there, to bring into view. */
  | { readonly kind: 'task'; readonly task: TaskId; readonly place?: Place | null }
  | { readonly kind: 'resource'; readonly resource: ResourceId }
  | { readonly kind: 'line'; readonly place: Place };

/** The problems of a recording. */
export interface FoundProblems {
  readonly recording: Recording;
  /** Null: what finds problems could not be fetched. */
  readonly problems: readonly Problem[] | null;
}

/** What lies over the page; 'share' copies a link, and lies there only if the link has to be shown. */
export type Overlay = 'none' | 'palette' | 'keys' | 'share';

/** Everything the page knows. What can be computed from it is computed, by the selectors. */
export interface AppState {
  readonly drafts: Drafts;
  /** Whether the drafts are kept by the browser, or would be lost on leaving. */
  readonly draftsKept: boolean;
  /** The path of the file that was chosen to be shown in the editor; the one that runs where the program has none by that path. */
  readonly file: string;
  /** The file that was deleted last, which can be brought back. */
  readonly deletedFile: ProgramFile | null;
  readonly session: Session;
  readonly position: Position;
  readonly selection: Selection;
  /** The problems that were found last; they are those of their recording. */
  readonly found: FoundProblems | null;
  /** Reads the conditions of breakpoints; null until there is one. */
  readonly conditionReader: ConditionReader | null;
  /** Whether steps stop only where the selected task runs. */
  readonly following: boolean;
  /** Why the last jump led nowhere: "No output after this step."; empty when it did lead somewhere. */
  readonly notice: string;
  readonly overlay: Overlay;
  /** The line in which the editor's caret stands, from 1. */
  readonly caretLine: number;
  readonly interpreter: InterpreterState;
  readonly preferences: Preferences;
  /** Why the text that was typed in live mode could not be recorded; what was recorded before is still shown. */
  readonly liveError: string | null;
  /** Whether the banner about how the run ended was put away. */
  readonly outcomeDismissed: boolean;
}

/** The one place where the state is kept. Only actions change it. */
export type AppStore = StoreApi<AppState>;
