import { tickStep, ticks as ticksBetween } from 'd3-array';
import { asNanoseconds, formatSeconds } from '../../model/units';
import type { Axis } from './axis';
import type { Viewport } from './viewport';

/** A mark on the ruler. */
export interface Tick {
  /** CSS pixels from the left edge of the plot. */
  readonly px: number;
  readonly label: string;
  /** Whether it marks a place; otherwise it says where the view begins. */
  readonly marks: boolean;
}

/** A row of ticks in a plot: its width, and the width of a character of a label, in CSS pixels. */
export interface Row {
  readonly widthPx: number;
  readonly charPx: number;
}

/** Room between a label and the next tick. */
const GAP_PX = 12;
/** Room behind the plot for the last label. */
const MARGIN_PX = 16;
/** The characters of a label for which room is left, at least. */
const CHARACTERS = 8;
/** A row with fewer ticks says little. */
const FEW = 4;
const NS_PER_SECOND = 1e9;

/** Keeps the ticks whose labels neither run into the one before nor over the end. */
function legible(ticks: readonly Tick[], { widthPx, charPx }: Row): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    const isClear = last === undefined || tick.px >= last.px + last.label.length * charPx + GAP_PX;
    if (isClear && tick.px >= -1 && tick.px + tick.label.length * charPx <= widthPx + MARGIN_PX) kept.push(tick);
  }
  return kept;
}

/**
 * The ticks of the finest scale of which no label is left out: a row that skips some of its numbers is hard to read. `ticksOf`: about so
 * many ticks at round numbers. `room`: how many have room if their labels are long; a few are tried in any case, for labels may be short.
 */
function roundTicks(row: Row, room: number, ticksOf: (wanted: number) => readonly Tick[]): readonly Tick[] {
  let kept: readonly Tick[] = [];
  for (let wanted = Math.max(room, FEW); wanted >= 1; wanted = Math.floor(wanted * 0.7)) {
    const inSight = ticksOf(wanted).filter(({ px, label }) => px >= -1 && px + label.length * row.charPx <= row.widthPx + MARGIN_PX);
    kept = legible(inSight, row);
    if (kept.length === inSight.length) break;
  }
  return kept;
}

/** How many digits behind the point tell numbers apart that lie so far from each other. */
const digitsOf = (step: number): number => Math.max(0, -Number(step.toExponential().split('e')[1]));

const fixed = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** How many ticks have room in this part of a row. */
const roomFor = (share: number, { widthPx, charPx }: Row): number =>
  Math.max(1, Math.floor((share * widthPx) / (CHARACTERS * charPx + GAP_PX)));

/**
 * Ticks for what takes no room of its own on the axis (time on an axis of steps, steps on one of time): what holds at places spread
 * over the view, each marked where it begins to hold.
 */
function heldTicks(row: Row, holdingAt: (share: number) => Tick): readonly Tick[] {
  const count = 2 * roomFor(1, row);
  return legible(
    Array.from({ length: count }, (_, i) => holdingAt(i / count)),
    row,
  );
}

/** Ticks at round times, where the clock first shows them; on an axis of steps, at the times that the clock shows. */
export function timeTicks(axis: Axis, view: Viewport, row: Row): readonly Tick[] {
  const length = view.to - view.from;
  const pxOf = (ns: number): number => ((axis.positionOfNs(ns) - view.from) / length) * row.widthPx;
  const [from, to] = [axis.nsAt(view.from), axis.nsAt(view.to)];
  // Steps can only push times further apart: ticks that fit into the part of the view that goes by time fit into the view.
  const share = axis.at(0, to - from) / length;
  if (axis.at(0, 1) === 0) {
    return heldTicks(row, (part) => {
      const ns = axis.clock.nsAt(Math.floor(axis.stepAt(view.from + part * length)));
      return { px: Math.max(pxOf(ns), 0), label: secondsLabel(ns), marks: pxOf(ns) >= 0 };
    });
  }
  const ends = [from / NS_PER_SECOND, to / NS_PER_SECOND] as const;
  const ticks = roundTicks(row, roomFor(share, row), (wanted) => {
    const digits = digitsOf(tickStep(...ends, wanted));
    const round = from === to ? [] : ticksBetween(...ends, wanted);
    return round.map((seconds) => ({ px: pxOf(Math.round(seconds * NS_PER_SECOND)), label: `${fixed(seconds, digits)} s`, marks: true }));
  });
  const begin: Tick = { px: 0, label: secondsLabel(from), marks: false };
  const first = ticks[0];
  return first === undefined || first.px > begin.label.length * row.charPx + GAP_PX ? [begin, ...ticks] : ticks;
}

/** Ticks at round numbers of steps; on an axis of time, at the first step of each time. */
export function stepTicks(axis: Axis, view: Viewport, row: Row): readonly Tick[] {
  const length = view.to - view.from;
  const tickOf = (step: number): Tick => ({
    px: ((axis.positionOf(step) - view.from) / length) * row.widthPx,
    label: step.toLocaleString('en'),
    marks: true,
  });
  if (axis.at(1, 0) === 0) return heldTicks(row, (part) => tickOf(Math.ceil(axis.stepAt(view.from + part * length))));
  const [from, to] = [axis.stepAt(view.from), axis.stepAt(view.to)];
  return roundTicks(row, roomFor(axis.at(to - from, 0) / length, row), (wanted) =>
    ticksBetween(from, to, wanted).filter(Number.isInteger).map(tickOf),
  );
}

/** "0.3 s": to the millisecond, without zeros that say nothing. */
function secondsLabel(ns: number): string {
  const milliseconds = Math.round(ns / 1e6) * 1e6;
  return formatSeconds(asNanoseconds(milliseconds)).replace(/\.?0+ s$/, ' s');
}
