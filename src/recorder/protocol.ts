import type { EventChunk } from '../model/chunk';
import type { Conditions, Program } from '../model/scenario';

/** What the interpreter is doing, in the words of the page's status. */
export type InterpreterState =
  | { readonly phase: 'loading' /** from 0 to 1, as far as is known */; readonly progress: number }
  | { readonly phase: 'ready' }
  | { readonly phase: 'recording' }
  | { readonly phase: 'stopped' /** why Python could not be started */; readonly message: string };

/** How a recording came to its end, beyond what the recording's own last event says. */
export type RecordEnd =
  /** The recording's last event is `end`. */
  | { readonly kind: 'ended' }
  /** The user stopped it: what was recorded up to then is kept. */
  | { readonly kind: 'stopped' }
  /** The interpreter died; another is being started. */
  | { readonly kind: 'crashed'; readonly message: string };

/** A recording under way. */
export interface RecordingRun {
  /** Resolves once, after the last chunk was delivered; never rejects. */
  readonly end: Promise<RecordEnd>;
  /** Ends the run at once. */
  stop(): void;
}

/** The page's side of the recorder. One program is recorded at a time: `record` stops the one before. */
export interface Recorder {
  readonly state: InterpreterState;
  /** Calls back at each change of `state`; returns how to unsubscribe. */
  subscribe(listener: (state: InterpreterState) => void): () => void;
  /** `onChunk` gets the events as they come, in order. */
  record(program: Program, conditions: Conditions, onChunk: (chunk: EventChunk) => void): RecordingRun;
  /** Whether to leave the machine to the page, which plays: no interpreter is started then that no run may have to wait for. */
  keepQuiet(quiet: boolean): void;
  /** Ends all workers. */
  dispose(): void;
}
