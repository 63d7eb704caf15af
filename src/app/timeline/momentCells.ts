import type { ActorId } from '../../model/actor-id';
import type { Axis } from './axis';
import { MOMENT_KINDS, type Moment, type Moments } from './moments';
import type { Viewport } from './viewport';

/** Moments of one kind nearer together than this share a marker. CSS pixels. */
const CELL_PX = 8;

/** A piece of the plot, one after the other, in which moments of a kind share a marker. It stays where it is on the axis while one pans. */
interface Cell {
  /** CSS pixels from the left edge of the plot. */
  readonly middlePx: number;
  /** The steps from the first to before the last that lie in it. */
  readonly from: number;
  readonly to: number;
}

/** One marker: the first moment in a cell, how many there are, and where it stands, in CSS pixels from the left edge of the plot. */
export interface MarkerPlace extends Moment {
  readonly px: number;
  readonly count: number;
}

/** The cells that lie between two places of a plot of a width in pixels. */
export function cellsBetween(axis: Axis, view: Viewport, widthPx: number, fromPx: number, toPx: number): readonly Cell[] {
  const scale = widthPx / (view.to - view.from);
  const first = Math.max(0, Math.floor((view.from * scale + fromPx) / CELL_PX));
  const last = Math.floor(Math.min(view.from * scale + toPx, scale) / CELL_PX);
  // The last step lies at the end of the axis, which belongs to the cell that holds it.
  const borderOf = (cell: number): number =>
    cell * CELL_PX > scale ? axis.clock.length + 1 : Math.ceil(axis.stepAt((cell * CELL_PX) / scale));
  const cells: Cell[] = [];
  let from = borderOf(first);
  for (let cell = first; cell <= last; cell++) {
    const to = borderOf(cell + 1);
    if (to > from) cells.push({ middlePx: (cell + 0.5) * CELL_PX - view.from * scale, from, to });
    from = to;
  }
  return cells;
}

/** The markers of a task or a thread in some cells, the quietest first. The work grows with the number of cells, not of moments. */
export function markersOf(
  moments: Moments,
  of: ActorId,
  cells: readonly Cell[],
  axis: Axis,
  view: Viewport,
  widthPx: number,
): readonly MarkerPlace[] {
  const markers: MarkerPlace[] = [];
  const scale = widthPx / (view.to - view.from);
  const begin = cells[0]?.from ?? 0;
  for (const kind of MOMENT_KINDS) {
    const total = moments.count(kind, of);
    if (total === 0) continue;
    let ordinal = moments.countBefore(kind, of, begin);
    let nextStep = ordinal < total ? moments.eventAt(kind, of, ordinal) + 1 : Number.POSITIVE_INFINITY;
    for (const { middlePx, from, to } of cells) {
      if (nextStep >= to || to <= from) continue;
      const end = moments.countBefore(kind, of, to);
      const count = end - ordinal;
      const px = count === 1 ? (axis.positionOf(nextStep) - view.from) * scale : middlePx;
      markers.push({ kind, of, event: nextStep - 1, px, count });
      ordinal = end;
      if (ordinal >= total) break;
      nextStep = moments.eventAt(kind, of, ordinal) + 1;
    }
  }
  return markers;
}
