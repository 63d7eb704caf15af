/**
 * Units and ids as types of their own, so that a step is never taken for a task.
 * The casts to them live in this file and nowhere else.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A place between two events: 0 is before the first event, N after the last of N. */
export type Step = Unit<'step'>;
/** An integer of nanoseconds of virtual time, counted from the start of the program; at most 2^53 - 1. */
export type Nanoseconds = Unit<'ns'>;

/** Ids count from 1 within a recording, in order of creation; 0 in an event means "none". */
export type TaskId = Unit<'task'>;
export type HandleId = Unit<'handle'>;
export type FutureId = Unit<'future'>;
export type ResourceId = Unit<'resource'>;
export type ScopeId = Unit<'scope'>;
/** Something under way outside the program. */
export type IoId = Unit<'io'>;
export type ThreadId = Unit<'thread'>;
/** One call that was given to a pool of threads. */
export type WorkId = Unit<'work'>;
/** One call of one of the user's functions: a frame, from its first line to its return. */
export type FrameId = Unit<'frame'>;
/** An index into a recording's string table; 0 is the empty string. */
export type StringId = Unit<'string'>;

export const asStep = (n: number): Step => n as Step;
export const asNanoseconds = (n: number): Nanoseconds => n as Nanoseconds;
export const asTaskId = (n: number): TaskId => n as TaskId;
export const asHandleId = (n: number): HandleId => n as HandleId;
export const asFutureId = (n: number): FutureId => n as FutureId;
export const asResourceId = (n: number): ResourceId => n as ResourceId;
export const asScopeId = (n: number): ScopeId => n as ScopeId;
export const asIoId = (n: number): IoId => n as IoId;
export const asThreadId = (n: number): ThreadId => n as ThreadId;
export const asWorkId = (n: number): WorkId => n as WorkId;
export const asFrameId = (n: number): FrameId => n as FrameId;

/** Times travel in events as two 31-bit halves, because a column holds 32-bit integers. */
const HALF = 2 ** 31;
export const nanosecondsFromHalves = (hi: number, lo: number): Nanoseconds => asNanoseconds(hi * HALF + lo);
export const halvesOfNanoseconds = (ns: Nanoseconds): readonly [hi: number, lo: number] => [Math.floor(ns / HALF), ns % HALF];

/** As `formatSeconds`, for where there is little room: what is finer than a microsecond is rounded, to milliseconds unless it is shorter than one. */
export function briefSeconds(ns: Nanoseconds): string {
  if (ns % 1000 === 0) return formatSeconds(ns);
  return `${(ns / 1e9).toFixed(ns < 1_000_000 ? 6 : 3)} s`;
}

/** "0.300 s": seconds with three decimals, more only where three would lose something. */
export function formatSeconds(ns: Nanoseconds): string {
  const millisExact = ns % 1_000_000 === 0;
  return `${millisExact ? (ns / 1e9).toFixed(3) : (ns / 1e9).toFixed(9).replace(/0{1,6}$/, '')} s`;
}
