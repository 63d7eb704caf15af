import { LABEL_PX, positionPx, RULER_PX } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import type { Stretch } from './shares';

const TINT = 0.14;
const GRIP_PX = 4;

/** Draws the selected stretch over the lanes: a tint between two lines that reach into the ruler. */
export function drawSelection(pen: Pen, { stage, axis, view }: Scene, { from, to }: Stretch, palette: Palette): void {
  const left = Math.max(LABEL_PX, positionPx(stage, view, axis.positionOf(Math.min(from, axis.clock.length))));
  const right = Math.min(stage.widthPx, positionPx(stage, view, axis.positionOf(Math.min(to, axis.clock.length))));
  if (right <= left) return;
  pen.fillStyle = palette.accent;
  pen.globalAlpha = TINT;
  pen.fillRect(left, RULER_PX, right - left, stage.heightPx - RULER_PX);
  pen.globalAlpha = 1;
  for (const x of [left, right]) pen.fillRect(Math.round(x) - (x === right ? 1 : 0), RULER_PX - GRIP_PX, 1, stage.heightPx);
  pen.fillRect(left, RULER_PX - GRIP_PX, right - left, GRIP_PX);
}
