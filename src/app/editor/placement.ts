import type { TaskState } from '../../model/world';
import type { LineNote, LineValue, Pill } from './annotations';

/**
 * The part of the text that is in sight, in CSS pixels of the text's own space: `left` is how far it is scrolled.
 * Notes are placed by reckoning rather than by measuring, so that a step costs no layout.
 */
export interface TextView {
  readonly left: number;
  readonly width: number;
  readonly charWidth: number;
}

/** A line's note as it is drawn: which pills fit, how wide it may grow, and how far it stands from the line's end. */
export interface PlacedNote {
  readonly line: number;
  readonly pills: readonly Pill[];
  /** The pills behind "+12"; empty when all are shown. */
  readonly more: readonly Pill[];
  readonly values: readonly LineValue[];
  readonly maxWidth: number;
  /** Pixels to the right of the line's end; negative where a long line leaves no room, and the note covers its tail. */
  readonly shift: number;
}

/** More pills than this on one line collapse, however much room there is. */
export const PILLS_SHOWN_AT_MOST = 4;

/** Widths of what LineNotes.module.css draws, in CSS pixels, rounded up. */
const PADDING = 20;
const GAP = 6;
const MORE = 38;
const pillWidth = (pill: Pill): number => 30 + Math.ceil(pill.label.length * 6.6);
const VALUE_AT_LEAST = 60;

/** States that must not hide behind "+12", loudest first. */
const LOUD: readonly TaskState[] = ['blocking', 'running', 'failed'];
const loudness = (pill: Pill): number => (LOUD.includes(pill.state) ? LOUD.length - LOUD.indexOf(pill.state) : 0);

const widthOf = (pills: readonly Pill[], hidden: number): number =>
  PADDING + pills.reduce((sum, pill) => sum + pillWidth(pill) + GAP, 0) + (hidden > 0 ? MORE + GAP : 0);

/** Splits pills into those shown and those behind "+12": as many as fit, loud ones first, one at least. */
function split(pills: readonly Pill[], room: number): Pick<PlacedNote, 'pills' | 'more'> {
  const byLoudness = [...pills].sort((a, b) => loudness(b) - loudness(a));
  const most = pills.length <= PILLS_SHOWN_AT_MOST ? pills.length : PILLS_SHOWN_AT_MOST - 1;
  let count = most;
  while (count > 1 && widthOf(byLoudness.slice(0, count), pills.length - count) > room) count--;
  const shown = new Set(byLoudness.slice(0, count));
  return { pills: pills.filter((pill) => shown.has(pill)), more: pills.filter((pill) => !shown.has(pill)) };
}

/** Places a note behind a line of `lineLength` characters so that all of it is in sight. */
export function placeNote(note: LineNote, lineLength: number, view: TextView): PlacedNote {
  const lineEnd = lineLength * view.charWidth;
  const right = view.left + view.width;
  const { pills, more } = split(note.pills, right - Math.max(lineEnd, view.left));
  const needed = widthOf(pills, more.length) + (note.values.length > 0 ? VALUE_AT_LEAST : 0);
  const start = Math.max(view.left, Math.min(lineEnd, right - needed));
  return { line: note.line, pills, more, values: note.values, maxWidth: Math.max(needed, right - start), shift: start - lineEnd };
}
