import type { Viewport } from './viewport';

/** The width of the column of names. */
export const LABEL_PX = 120;
/** The height of the ruler: a row of times, and a row of steps. */
export const RULER_PX = 36;
/** Room behind the end of the axis, for the marks of tasks that end there. */
const RIGHT_PX = 20;
const LANES_TOP_PX = 6;
const LANES_BOTTOM_PX = 10;

/** The size of the canvas and how it is scrolled; CSS pixels. */
export interface Stage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How far the lanes are scrolled down; the ruler stays. */
  readonly scrollPx: number;
  readonly laneCount: number;
}

/** The width of what a whole view takes, from the first position in it to the last. */
export const plotWidthPx = ({ widthPx }: Stage): number => Math.max(1, widthPx - LABEL_PX - RIGHT_PX);

/** How far each generation of tasks is set in, and no more than some of them: names need their room. */
const INDENT_PX = 8;
const MOST_INDENTS = 4;

/** Where the name of a lane begins; to its left is the mark that folds. */
export const nameLeftPx = ({ depth }: { readonly depth: number }): number => 14 + Math.min(depth, MOST_INDENTS) * INDENT_PX;

/** The height of a lane: less where there are many. */
export const lanePx = (laneCount: number): number => (laneCount > 24 ? 20 : 28);

/** The height of the whole, which scrolls if it is more than the canvas has. */
export const contentPx = (laneCount: number): number => RULER_PX + LANES_TOP_PX + laneCount * lanePx(laneCount) + LANES_BOTTOM_PX;

/** The top edge of a lane on the canvas. */
export const laneTopPx = ({ scrollPx, laneCount }: Stage, lane: number): number =>
  RULER_PX + LANES_TOP_PX + lane * lanePx(laneCount) - scrollPx;

/** The lane at a height of the canvas, or -1 where there is none. */
export function laneAtPx(stage: Stage, y: number): number {
  if (y < RULER_PX) return -1;
  const lane = Math.floor((y - laneTopPx(stage, 0)) / lanePx(stage.laneCount));
  return lane >= 0 && lane < stage.laneCount ? lane : -1;
}

/** The lanes in sight: from the first to before the last. */
export function lanesInSight(stage: Stage): { readonly from: number; readonly to: number } {
  const top = RULER_PX - laneTopPx(stage, 0);
  const height = lanePx(stage.laneCount);
  const from = Math.max(0, Math.floor(top / height));
  return { from, to: Math.min(stage.laneCount, Math.ceil((top + stage.heightPx - RULER_PX) / height)) };
}

/** How far to scroll so that a lane is in sight; as it is, if it is. */
export function scrollToLane(stage: Stage, lane: number): number {
  const top = laneTopPx(stage, lane);
  const height = lanePx(stage.laneCount);
  if (top < RULER_PX + LANES_TOP_PX) return Math.max(0, stage.scrollPx + top - RULER_PX - LANES_TOP_PX);
  const below = top + height + LANES_BOTTOM_PX - stage.heightPx;
  return below > 0 ? stage.scrollPx + below : stage.scrollPx;
}

/** Where a position of the axis lies on the canvas; may be outside it. */
export function positionPx(stage: Stage, view: Viewport, position: number): number {
  return LABEL_PX + ((position - view.from) / (view.to - view.from)) * plotWidthPx(stage);
}

/** The position of the axis at a place of the canvas; its ends for places beyond them. */
export function positionAtPx(stage: Stage, view: Viewport, x: number): number {
  const position = view.from + ((x - LABEL_PX) / plotWidthPx(stage)) * (view.to - view.from);
  return Math.min(Math.max(position, 0), 1);
}
