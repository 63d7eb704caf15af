import { scaleLinear } from 'd3-scale';
import type { Axis } from './axis';
import type { Viewport } from './viewport';

/** A mark on the ruler. */
export interface Tick {
  /** CSS pixels from the left edge of the plot. */
  readonly px: number;
  readonly label: string;
}

/** Ticks closer together than this, counted from the end of one label to the next tick, lose the later one. */
const GAP_PX = 14;
/** About how much room to offer each tick. */
const ROOM_PX = 84;
const NS_PER_SECOND = 1e9;

/** Keeps the ticks whose labels do not run into the one before. Equal labels (a scale finer than its numbers) are kept once. */
function legible(ticks: readonly Tick[], charPx: number): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last !== undefined && (tick.label === last.label || tick.px < last.px + last.label.length * charPx + GAP_PX)) continue;
    kept.push(tick);
  }
  return kept;
}

/** Ticks at round times: where the clock first shows them. `charPx`: the width of a character of a label. */
export function timeTicks(axis: Axis, view: Viewport, widthPx: number, charPx: number): readonly Tick[] {
  const scale = scaleLinear().domain([axis.nsAt(view.from) / NS_PER_SECOND, axis.nsAt(view.to) / NS_PER_SECOND]);
  const wanted = Math.max(2, Math.floor(widthPx / ROOM_PX));
  const format = scale.tickFormat(wanted);
  const pxPerPosition = widthPx / (view.to - view.from);
  const ticks = scale.ticks(wanted).map((seconds) => ({
    px: (axis.positionOfNs(Math.round(seconds * NS_PER_SECOND)) - view.from) * pxPerPosition,
    label: `${format(seconds)} s`,
  }));
  return legible(
    ticks.filter(({ px }) => px >= 0 && px <= widthPx),
    charPx,
  );
}

/** Ticks at round numbers of steps. */
export function stepTicks(axis: Axis, view: Viewport, widthPx: number, charPx: number): readonly Tick[] {
  const scale = scaleLinear().domain([axis.stepAt(view.from), axis.stepAt(view.to)]);
  const pxPerPosition = widthPx / (view.to - view.from);
  const ticks = scale
    .ticks(Math.max(2, Math.floor(widthPx / ROOM_PX)))
    .filter(Number.isInteger)
    .map((step) => ({ px: (axis.positionOf(step) - view.from) * pxPerPosition, label: step.toLocaleString('en') }));
  return legible(
    ticks.filter(({ px }) => px >= 0 && px <= widthPx),
    charPx,
  );
}
