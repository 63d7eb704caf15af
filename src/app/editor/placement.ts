import type { TaskState } from '../../model/world';
import type { LineNote, LineValue, Pill } from './annotations';

/**
 * The part of the text that is in sight, in CSS pixels of the text's own space: `left` is how far it is scrolled.
 * What fits is reckoned rather than measured, so that a step costs no layout.
 */
export interface TextView {
  readonly left: number;
  readonly width: number;
  readonly charWidth: number;
}

/** A line's note as it is drawn. */
export interface PlacedNote {
  readonly pills: readonly Pill[];
  /** The pills behind "+12"; empty when all are shown. */
  readonly more: readonly Pill[];
  /** Those for which there is room. */
  readonly values: readonly LineValue[];
  /** Whether pills are their icons only. */
  readonly compact: boolean;
  /** Whether it stands over the tail of its line, because nothing behind it is in sight. */
  readonly covers: boolean;
  /** Where the edges of the view are, from the line's end. */
  readonly leftEdge: number;
  readonly rightEdge: number;
}

/** More pills than this on one line collapse, however much room there is. */
export const PILLS_SHOWN_AT_MOST = 4;
/** A line that leaves less room gives up this share of the view for its pills: mostly the tail of a comment. */
const COVERED_AT_MOST = 0.4;

/** Widths of what LineNotes.module.css draws, in CSS pixels, rounded up. */
const PADDING = 20;
const GAP = 6;
const MORE = 38;
const COMPACT_PILL = 22;
/** A value that is longer may be cut to this, and no shorter. */
const VALUE_AT_LEAST = 96;
const valueWidth = ({ text }: LineValue): number => Math.min(VALUE_AT_LEAST, 6 + Math.ceil(text.length * 7.2));
const labelledWidth = (pill: Pill): number => 30 + Math.ceil(pill.label.length * 6.6);

/** States that must not hide behind "+12", loudest first. */
const LOUD: readonly TaskState[] = ['blocking', 'running', 'failed'];
const loudness = (pill: Pill): number => (LOUD.includes(pill.state) ? LOUD.length - LOUD.indexOf(pill.state) : 0);

function widthOf(pills: readonly Pill[], hidden: number, compact: boolean): number {
  const shown = pills.reduce((sum, pill) => sum + (compact ? COMPACT_PILL : labelledWidth(pill)) + GAP, 0);
  return PADDING + shown + (hidden > 0 ? MORE + GAP : 0);
}

/** Splits pills into those shown and those behind "+12": as many as fit, loud ones first, one at least. */
function split(pills: readonly Pill[], room: number): Pick<PlacedNote, 'pills' | 'more' | 'compact'> {
  const byLoudness = [...pills].sort((a, b) => loudness(b) - loudness(a));
  const most = pills.length <= PILLS_SHOWN_AT_MOST ? pills.length : PILLS_SHOWN_AT_MOST - 1;
  const fits = (count: number, compact: boolean) => widthOf(byLoudness.slice(0, count), pills.length - count, compact) <= room;
  const compact = pills.length > 0 && !fits(1, false);
  let count = most;
  while (count > 1 && !fits(count, compact)) count--;
  const shown = new Set(byLoudness.slice(0, count));
  return { pills: pills.filter((pill) => shown.has(pill)), more: pills.filter((pill) => !shown.has(pill)), compact };
}

/** The values that can be read in so much room, those that have just changed first. */
function fitting(values: readonly LineValue[], room: number): readonly LineValue[] {
  let left = room;
  const fit = new Set<LineValue>();
  for (const value of [...values].sort((a, b) => Number(b.changed) - Number(a.changed))) {
    left -= valueWidth(value) + GAP;
    if (left < 0) break;
    fit.add(value);
  }
  return values.filter((value) => fit.has(value));
}

/** Decides what of a note is shown behind a line of `lineLength` characters, and where the view's edges are. */
export function placeNote(note: LineNote, lineLength: number, view: TextView): PlacedNote {
  const lineEnd = lineLength * view.charWidth;
  const right = view.left + view.width;
  const free = right - Math.max(lineEnd, view.left);
  const { pills, more, compact } = split(note.pills, Math.max(free, view.width * COVERED_AT_MOST));
  const needed = pills.length === 0 ? PADDING : widthOf(pills, more.length, compact);
  return {
    pills,
    more,
    compact,
    values: fitting(note.values, free - needed),
    covers: pills.length > 0 && needed > free,
    leftEdge: Math.round(view.left - lineEnd),
    rightEdge: Math.round(right - lineEnd),
  };
}
