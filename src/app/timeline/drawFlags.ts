import type { StepFlag } from '../transport/stepFlags';
import { LABEL_PX, positionPx, RULER_PX } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';

const RADIUS_PX = 3.5;
const FLAG_WIDTH_PX = 7;
const FLAG_HEIGHT_PX = 9;

/** Draws on the lower edge of the ruler a dot where a breakpoint stops, and a ribbon where a step is bookmarked; no more than can be told apart. */
export function drawFlags(pen: Pen, { stage, axis, view }: Scene, flags: readonly StepFlag[], palette: Palette): void {
  let last = { kind: '', px: 0 };
  for (const { kind, step } of flags) {
    const px = Math.round(positionPx(stage, view, axis.positionOf(Math.min(step, axis.clock.length))));
    if (px < LABEL_PX || px > stage.widthPx || (last.kind === kind && px - last.px < 2)) continue;
    last = { kind, px };
    pen.beginPath();
    if (kind === 'breakpoint') {
      pen.fillStyle = palette.colour.blocking;
      pen.arc(px, RULER_PX - 1, RADIUS_PX, 0, 2 * Math.PI);
    } else {
      pen.fillStyle = palette.accent;
      const [left, top] = [px - FLAG_WIDTH_PX / 2, RULER_PX - FLAG_HEIGHT_PX - 2];
      pen.moveTo(left, top);
      pen.lineTo(left + FLAG_WIDTH_PX, top);
      pen.lineTo(left + FLAG_WIDTH_PX, top + FLAG_HEIGHT_PX);
      pen.lineTo(px, top + FLAG_HEIGHT_PX - 3);
      pen.lineTo(left, top + FLAG_HEIGHT_PX);
      pen.closePath();
    }
    pen.fill();
  }
}
