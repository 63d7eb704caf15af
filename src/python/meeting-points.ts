import type { Wake } from '../engine/loop';
import { halvesOfNanoseconds, type Nanoseconds, nanosecondsFromHalves } from '../model/units';

/** Where in the interpreter's memory the two sides meet, in bytes. */
export interface MeetingPoints {
  /** A header of 32-bit words, then rows of five: the events that Python has collected. */
  readonly log: number;
  /** The handles of a turn, which the engine chose. */
  readonly turn: number;
}

/**
 * The words before the rows: which call it is, its three arguments, the number of rows, the handle that ran last; the times: when the
 * first thread wakes and after which handle that was settled, what the clock shows, and the next timer of the loop that was asked for a turn;
 * and how often Ctrl+C was pressed before that turn.
 */
export const HEADER = 14;
export const LOOP = 1;
const STOPPING = 2;
const UNRUN = 3;
export const ROWS = 4;
export const LAST_HANDLE = 5;
const WAKE = 6;
export const NOW = 9;
export const NEXT_TIMER = 11;
export const INTERRUPTS = 13;
/** What a call for a turn answers that is none; otherwise it is the number of handles and MORE. */
export const DEADLOCK = 0;
export const WOKEN = 1;
export const MORE = 2;
export const CALL_DRAIN = 1;
export const CALL_TURN = 2;
export const ROW_FIELDS = 5;
export const TURN_SIZE = 4096;

/** The arguments of a call for a turn, but for the loop, as the words at `header` say. They are then set back, as log.py expects it. */
export function takeTurnArguments(
  memory: Int32Array,
  header: number,
): { readonly stopping: boolean; readonly unrun: number; readonly wake: Wake | null } {
  const stopping = memory[header + STOPPING] !== 0;
  const unrun = memory[header + UNRUN] ?? 0;
  const at = header + WAKE;
  const high = memory[at] ?? -1;
  const wake = high < 0 ? null : { when: nanosecondsFromHalves(high, memory[at + 1] ?? 0), after: memory[at + 2] ?? 0 };
  memory[header + STOPPING] = 0;
  memory[header + UNRUN] = 0;
  memory[at] = -1;
  return { stopping, unrun, wake };
}

const NEVER: readonly [high: number, low: number] = [-1, 0];

/** Puts a time into two words, in halves; -1 for none. */
export function tellTime(memory: Int32Array, at: number, time: Nanoseconds | null): void {
  const [high, low] = time === null ? NEVER : halvesOfNanoseconds(time);
  memory[at] = high;
  memory[at + 1] = low;
}
