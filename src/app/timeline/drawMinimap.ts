import type { census } from './census';
import { LABEL_PX, plotWidthPx, positionPx, type Stage } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { type Viewport, WHOLE } from './viewport';

/** The width of a column of the census. */
export const COLUMN_PX = 3;
const TOP_PX = 3;
const GROUND = 0.35;
const OUTSIDE = 0.66;

/** Draws how many tasks were alive over the whole recording, and where the loop was held up. */
export function drawCensus(pen: Pen, stage: Stage, columns: ReturnType<typeof census>, palette: Palette): void {
  const most = columns.reduce((so, { alive }) => Math.max(so, alive), 1);
  const width = plotWidthPx(stage) / Math.max(1, columns.length);
  const room = stage.heightPx - TOP_PX;
  const edge = (column: number) => LABEL_PX + Math.round(column * width);
  const bar = (column: number, height: number) =>
    pen.fillRect(edge(column), stage.heightPx - height, edge(column + 1) - edge(column), height);
  pen.fillStyle = palette.text3;
  pen.globalAlpha = GROUND;
  for (const [column, { alive }] of columns.entries()) if (alive > 0) bar(column, Math.max(2, (alive / most) * room));
  pen.globalAlpha = 1;
  pen.fillStyle = palette.colour.blocking;
  for (const [column, { heldUp }] of columns.entries()) if (heldUp) bar(column, room);
  pen.fillStyle = palette.text3;
  pen.font = palette.rulerFont;
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  pen.fillText('overview', LABEL_PX - 8, stage.heightPx / 2 + 0.5);
}

/** Draws a frame around what is in sight; what is not is dimmed. */
export function drawWindow(pen: Pen, stage: Stage, view: Viewport, palette: Palette): void {
  const left = positionPx(stage, WHOLE, view.from);
  const right = positionPx(stage, WHOLE, view.to);
  const end = positionPx(stage, WHOLE, 1);
  pen.fillStyle = palette.surface;
  pen.globalAlpha = OUTSIDE;
  pen.fillRect(LABEL_PX, 0, left - LABEL_PX, stage.heightPx);
  pen.fillRect(right, 0, end - right, stage.heightPx);
  pen.globalAlpha = 1;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left + 0.5, 0.5, Math.max(3, right - left - 1), stage.heightPx - 1.5, 3);
  pen.stroke();
}
