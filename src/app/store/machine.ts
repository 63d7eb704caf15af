import type { Recording } from '../../model/recording';
import type { Recorder } from '../../recorder/protocol';
import type { Example } from './examples';
import type { Keeper } from './keeper';

/** The edge of the machine: all that the store needs of the world outside, so that tests can stand in for it. */
export interface Machine {
  readonly examples: readonly Example[];
  readonly keeper: Keeper;
  /** The recorder, once it is there: it is loaded after the page is drawn. Rejects when it cannot be loaded. */
  readonly recorder: Promise<Recorder>;
  /** An example's recording; rejects with a reason for the reader. */
  readonly openRecording: (slug: string) => Promise<Recording>;
  /** Calls back at the next frame with the time in milliseconds. */
  readonly nextFrame: (callback: (time: number) => void) => void;
  /** Calls back after so many milliseconds; gives how to cancel it. */
  readonly later: (milliseconds: number, callback: () => void) => () => void;
}
