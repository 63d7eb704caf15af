import type { Arrow } from './arrows';
import type { CauseKind } from './causes';
import { LABEL_PX, RULER_PX, type Stage } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';

const HEAD_LENGTH_PX = 6;
const HEAD_HALF_PX = 3;
const STRENGTH = 0.7;

const inkOf = (kind: CauseKind, { text2, colour }: Palette): string =>
  kind === 'created' ? text2 : kind === 'woke' ? colour.ready : colour.cancelled;

/** A line with a head: a ring at its tail where it creates, a bar where it cancels. */
function drawArrow(pen: Pen, { cause, fromX, fromY, toX, toY }: Arrow, colour: string, widthPx: number): void {
  const length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
  const [dx, dy] = [(toX - fromX) / length, (toY - fromY) / length];
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = widthPx;
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX - dx * HEAD_LENGTH_PX * 0.7, toY - dy * HEAD_LENGTH_PX * 0.7);
  if (cause.kind === 'cancelled') {
    pen.moveTo(fromX - dy * HEAD_HALF_PX, fromY + dx * HEAD_HALF_PX);
    pen.lineTo(fromX + dy * HEAD_HALF_PX, fromY - dx * HEAD_HALF_PX);
  }
  pen.stroke();
  pen.beginPath();
  pen.moveTo(toX, toY);
  pen.lineTo(toX - dx * HEAD_LENGTH_PX - dy * HEAD_HALF_PX, toY - dy * HEAD_LENGTH_PX + dx * HEAD_HALF_PX);
  pen.lineTo(toX - dx * HEAD_LENGTH_PX + dy * HEAD_HALF_PX, toY - dy * HEAD_LENGTH_PX - dx * HEAD_HALF_PX);
  pen.closePath();
  pen.fill();
  if (cause.kind !== 'created') return;
  pen.beginPath();
  pen.arc(fromX, fromY, 2, 0, 2 * Math.PI);
  pen.fill();
}

function withinLanes(pen: Pen, stage: Stage, draw: () => void): void {
  pen.save();
  pen.beginPath();
  pen.rect(LABEL_PX - 4, RULER_PX, stage.widthPx, stage.heightPx - RULER_PX);
  pen.clip();
  draw();
  pen.restore();
}

/** Draws arrows lightly over the lanes, each in the colour of what it does. */
export function drawArrows(pen: Pen, stage: Stage, arrows: readonly Arrow[], palette: Palette): void {
  withinLanes(pen, stage, () => {
    pen.globalAlpha = STRENGTH;
    for (const arrow of arrows) drawArrow(pen, arrow, inkOf(arrow.cause.kind, palette), 1.25);
    pen.globalAlpha = 1;
  });
}

/** Draws the arrow under the pointer so that it stands out. */
export function drawHoveredArrow(pen: Pen, stage: Stage, arrow: Arrow, palette: Palette): void {
  withinLanes(pen, stage, () => drawArrow(pen, arrow, palette.accent, 2));
}
