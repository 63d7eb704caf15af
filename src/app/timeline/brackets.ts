import type { Axis } from './axis';
import { LABEL_PX, lanesInSight, laneTopPx, plotWidthPx, RULER_PX } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import { type Level, SCOPE_LEVELS, type Scopes } from './scopes';
import type { Viewport } from './viewport';

/** A bracket narrower than this would be a speck: it is left out until one zooms in. */
const NARROWEST_PX = 8;
const TOP_PX = 1.5;
const LEVEL_PX = 3;
const TICK_PX = 3;
/** How near to its line, in CSS pixels, the pointer is on a bracket. */
const REACH_PX = 1.5;

/** A scope over a lane, in CSS pixels from the left edge of the plot. */
export interface Bracket {
  readonly scope: number;
  readonly level: Level;
  readonly fromPx: number;
  readonly toPx: number;
  readonly ended: boolean;
}

/** How far below the upper edge of its lane a bracket runs. */
const dropPx = (level: Level): number => TOP_PX + level * LEVEL_PX;

/** The brackets in sight over a task's lane. The work grows with the width and not with the number of scopes. */
export function bracketsOf(scopes: Scopes, task: number, axis: Axis, view: Viewport, widthPx: number): readonly Bracket[] {
  const brackets: Bracket[] = [];
  const scale = widthPx / (view.to - view.from);
  const pxOf = (step: number) => (axis.positionOf(Math.min(step, axis.clock.length)) - view.from) * scale;
  const firstStep = Math.floor(axis.stepAt(view.from));
  for (const level of SCOPE_LEVELS) {
    const count = scopes.count(level, task);
    for (let n = Math.max(0, scopes.countBefore(level, task, firstStep + 1) - 1); n < count; ) {
      const scope = scopes.at(level, task, n);
      const fromPx = pxOf(scopes.beginStep(scope));
      if (fromPx > widthPx) break;
      const end = scopes.endStep(scope);
      const toPx = pxOf(end ?? axis.clock.length);
      const isWide = toPx - fromPx >= NARROWEST_PX;
      if (isWide && toPx >= 0) brackets.push({ scope, level, fromPx, toPx, ended: end !== null });
      // Of those that begin within a speck, only the last can be wide.
      const leap = isWide ? 0 : scopes.countBefore(level, task, Math.ceil(axis.stepAt(view.from + (fromPx + NARROWEST_PX) / scale))) - 1;
      n = Math.max(n + 1, leap);
    }
  }
  return brackets;
}

/** Draws the scopes over the lanes of the tasks that opened them; one that was never left has no right end. */
export function drawBrackets(pen: Pen, { stage, lanes, axis, view }: Scene, scopes: Scopes, palette: Palette): void {
  const { from, to } = lanesInSight(stage);
  pen.save();
  pen.beginPath();
  pen.rect(LABEL_PX, RULER_PX, stage.widthPx - LABEL_PX, stage.heightPx - RULER_PX);
  pen.clip();
  pen.strokeStyle = palette.text2;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let position = from; position < to; position++) {
    const lane = lanes.at(position);
    if (lane === undefined) continue;
    for (const { level, fromPx, toPx, ended } of bracketsOf(scopes, lane.id, axis, view, plotWidthPx(stage))) {
      const y = Math.round(laneTopPx(stage, position)) + dropPx(level);
      const left = Math.round(LABEL_PX + fromPx) + 0.5;
      const right = Math.round(LABEL_PX + toPx) - 0.5;
      pen.moveTo(left, y + TICK_PX);
      pen.lineTo(left, y);
      pen.lineTo(right, y);
      if (ended) pen.lineTo(right, y + TICK_PX);
    }
  }
  pen.stroke();
  pen.restore();
}

/** The bracket of a lane at a point of the canvas, or null. */
export function bracketAt({ stage, lanes, axis, view }: Scene, scopes: Scopes, position: number, x: number, y: number): Bracket | null {
  const lane = lanes.at(position);
  const drop = y - laneTopPx(stage, position);
  if (lane === undefined || drop > dropPx(2) + REACH_PX) return null;
  const near = bracketsOf(scopes, lane.id, axis, view, plotWidthPx(stage)).filter(
    ({ level, fromPx, toPx }) => x >= LABEL_PX + fromPx && x <= LABEL_PX + toPx && Math.abs(drop - dropPx(level)) <= REACH_PX,
  );
  return near.at(-1) ?? null;
}
