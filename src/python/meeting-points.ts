import type { Wake } from '../engine/loop';
import { halvesOfNanoseconds, type Nanoseconds, nanosecondsFromHalves } from '../model/units';

/** Where in the interpreter's memory the two sides meet, in bytes. */
export interface MeetingPoints {
  /** A header of 32-bit words. */
  readonly log: number;
  /** The handles of a turn, which the engine chose. */
  readonly turn: number;
}

/**
 * The words: which call it is, its three arguments, where the list of the events' integers is, the handle that ran last; the times: when the
 * first thread wakes and after which handle that was settled, what the clock shows, and the next timer of the loop that was asked for a turn;
 * and how often Ctrl+C was pressed before that turn.
 */
export const LOOP = 1;
const STOPPING = 2;
const UNRUN = 3;
const ROWS = 4;
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
export const TURN_SIZE = 4096;

/** In words, where a list has its size and the address of its items: `PyListObject` in CPython 3.14's Include/cpython/listobject.h. */
const LIST_SIZE = 2;
const LIST_ITEMS = 3;
/**
 * The same of an integer's tag and its digits, of 30 bits each: `PyLongObject` in Include/cpython/longintrepr.h. The tag's lowest two bits
 * say its sign (0 for a positive one, 1 for 0, 2 for a negative one), and what is above the third how many digits it has.
 */
const INTEGER_TAG = 2;
const INTEGER_DIGITS = 3;
const SIGN_BITS = 3;
const TWO_DIGITS = 2 << 3;
const DIGIT_BITS = 30;

/** The integer, of 32 bits at most, at an address in words. */
function integerAt(memory: Int32Array, at: number): number {
  const tag = memory[at + INTEGER_TAG] ?? 0;
  const low = memory[at + INTEGER_DIGITS] ?? 0;
  const sign = 1 - (tag & SIGN_BITS);
  return tag < TWO_DIGITS ? sign * low : sign * (low + (memory[at + INTEGER_DIGITS + 1] ?? 0) * 2 ** DIGIT_BITS);
}

/** Hands on the integers of the events that Python has collected, five by five. */
export function readRows(
  memory: Int32Array,
  header: number,
  read: (kind: number, a: number, b: number, c: number, d: number) => void,
): void {
  const list = (memory[header + ROWS] ?? 0) >> 2;
  const start = (memory[list + LIST_ITEMS] ?? 0) >> 2;
  const end = start + (memory[list + LIST_SIZE] ?? 0);
  const integer = (at: number): number => integerAt(memory, (memory[at] ?? 0) >> 2);
  for (let at = start; at < end; at += 5) read(integer(at), integer(at + 1), integer(at + 2), integer(at + 3), integer(at + 4));
}

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
