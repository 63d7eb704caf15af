import type { Wake } from '../engine/loop';
import { nanosecondsFromHalves } from '../model/units';

/** Where in the interpreter's memory the two sides meet, in bytes. */
export interface MeetingPoints {
  /** A header of 32-bit words, then rows of five: the events that Python has collected. */
  readonly log: number;
  /** The handles of a turn, which the engine chose. */
  readonly turn: number;
}

/**
 * The words before the rows: which call it is, its three arguments, the number of rows, the handle that ran last; and the times: when the
 * first thread wakes and after which handle that was settled, what the clock shows, and the next timer of the loop that was asked for a turn.
 */
export const HEADER = 13;
export const LAST_HANDLE = 5;
const WAKE = 6;
export const NOW = 9;
export const NEXT_TIMER = 11;
/** What a call for a turn answers that is none; otherwise it is the number of handles and MORE. */
export const DEADLOCK = 0;
export const WOKEN = 1;
export const MORE = 2;
export const CALL_DRAIN = 1;
export const CALL_TURN = 2;
export const ROW_FIELDS = 5;
export const TURN_SIZE = 4096;

/** When the first thread wakes, as the words at `header` say; null if none does by itself. */
export function wakeIn(memory: Int32Array, header: number): Wake | null {
  const at = header + WAKE;
  const high = memory[at] ?? -1;
  if (high < 0) return null;
  return { when: nanosecondsFromHalves(high, memory[at + 1] ?? 0), after: memory[at + 2] ?? 0 };
}
