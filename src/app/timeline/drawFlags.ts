import type { StepFlag } from '../transport/stepFlags';
import { LABEL_PX, positionPx, RULER_PX } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';

const RADIUS_PX = 3.5;
const FLAG_WIDTH_PX = 7;
const FLAG_HEIGHT_PX = 9;

/** Draws on the lower edge of the ruler a dot where a breakpoint stops, and a ribbon where a step is bookmarked, and a stop sign where Ctrl+C arrives; no more than can be told apart. */
export function drawFlags(pen: Pen, { stage, axis, view }: Scene, flags: readonly StepFlag[], palette: Palette): void {
  let last = { kind: '', px: 0 };
  for (const { kind, step } of flags) {
    const px = Math.round(positionPx(stage, view, axis.positionOf(Math.min(step, axis.clock.length))));
    if (px < LABEL_PX || px > stage.widthPx || (last.kind === kind && px - last.px < 2)) continue;
    last = { kind, px };
    pen.beginPath();
    DRAW[kind](pen, px, palette);
    pen.fill();
  }
}

const DRAW: { readonly [K in StepFlag['kind']]: (pen: Pen, px: number, palette: Palette) => void } = {
  breakpoint: (pen, px, palette) => {
    pen.fillStyle = palette.colour.blocking;
    pen.arc(px, RULER_PX - 1, RADIUS_PX, 0, 2 * Math.PI);
  },
  bookmark: (pen, px, palette) => {
    pen.fillStyle = palette.accent;
    const [left, top] = [px - FLAG_WIDTH_PX / 2, RULER_PX - FLAG_HEIGHT_PX - 2];
    trace(pen, [
      [left, top],
      [left + FLAG_WIDTH_PX, top],
      [left + FLAG_WIDTH_PX, top + FLAG_HEIGHT_PX],
      [px, top + FLAG_HEIGHT_PX - 3],
      [left, top + FLAG_HEIGHT_PX],
    ]);
  },
  interrupt: (pen, px, palette) => {
    pen.fillStyle = palette.colour.failed;
    const y = RULER_PX - FLAG_HEIGHT_PX / 2 - 2;
    const corners = Array.from({ length: 8 }, (_, i): [number, number] => {
      const angle = (Math.PI / 8) * (2 * i + 1);
      return [px + 5 * Math.cos(angle), y + 5 * Math.sin(angle)];
    });
    trace(pen, corners);
  },
};

function trace(pen: Pen, corners: readonly (readonly [x: number, y: number])[]): void {
  for (const [i, [x, y]] of corners.entries()) {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.closePath();
}
