import type { Breakpoint } from '../../analysis/breakpoints/breakpoint';
import { lineMap } from '../editor/lineMap';

/** A step one wants to find again, of the recording of one text: after a change of the text the same number is another place. */
export interface Bookmark {
  readonly step: number;
  readonly note: string;
  /** The `fingerprint` of the text that was recorded. */
  readonly text: number;
}

/** What a reader marked in one document and its recording. */
export interface Marks {
  /** In order of their lines, one a line. */
  readonly breakpoints: readonly Breakpoint[];
  /** In order of their steps. */
  readonly bookmarks: readonly Bookmark[];
}

export const NO_MARKS: Marks = { breakpoints: [], bookmarks: [] };

/** Tells texts apart: FNV-1a of their UTF-16 units. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The breakpoints after one was set on a line, or taken away if there was one. */
export const toggled = (breakpoints: readonly Breakpoint[], line: number): readonly Breakpoint[] =>
  breakpoints.some((breakpoint) => breakpoint.line === line)
    ? breakpoints.filter((breakpoint) => breakpoint.line !== line)
    : byLine([...breakpoints, { line, task: '', condition: '' }]);

const byLine = (breakpoints: readonly Breakpoint[]): readonly Breakpoint[] => [...breakpoints].sort((a, b) => a.line - b.line);

/** The breakpoints on the lines to which an edit moved theirs; those whose lines are gone go too. */
export function movedBreakpoints(breakpoints: readonly Breakpoint[], before: string, after: string): readonly Breakpoint[] {
  if (breakpoints.length === 0) return breakpoints;
  const moved = movedLines(before, after);
  const kept = new Map<number, Breakpoint>();
  for (const breakpoint of breakpoints) {
    const line = moved(breakpoint.line);
    if (line !== null && !kept.has(line)) kept.set(line, { ...breakpoint, line });
  }
  return byLine([...kept.values()]);
}

/** Where a line is after an edit; one that was changed stays where it is, as long as what is there now is new as well. */
function movedLines(before: string, after: string): (line: number) => number | null {
  const { toNow, toThen } = lineMap(before, after);
  const count = after.split('\n').length;
  return (line) => toNow(line) ?? (line <= count && toThen(line) === null ? line : null);
}

/** The bookmarks with one at a step; a note of null takes it away. */
export function withBookmark(bookmarks: readonly Bookmark[], step: number, text: number, note: string | null): readonly Bookmark[] {
  const others = bookmarks.filter((bookmark) => bookmark.step !== step || bookmark.text !== text);
  return note === null ? others : [...others, { step, note, text }].sort((a, b) => a.step - b.step);
}
