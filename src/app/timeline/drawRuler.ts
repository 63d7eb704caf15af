import type { Axis } from './axis';
import { LABEL_PX, plotWidthPx, RULER_PX, type Stage } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { type Row, stepTicks, type Tick, timeTicks } from './ticks';
import type { Viewport } from './viewport';

/** The middles of the two rows. */
const TIME_ROW_PX = 11;
const STEP_ROW_PX = 26;
const LABEL_GAP_PX = 4;
const STEP_TICK_PX = 5;

/** What the ruler shows. */
export interface RulerScene {
  readonly stage: Stage;
  readonly axis: Axis;
  readonly view: Viewport;
}

/** Lines that are one device pixel wide must run through the middles of pixels. */
const crisp = (px: number): number => Math.round(px) + 0.5;

const rowOf = (stage: Stage, palette: Palette): Row => ({ widthPx: plotWidthPx(stage), charPx: palette.rulerCharPx });

/** Draws the grid that lies behind the lanes: at round times, or at round steps where the axis goes by steps. */
export function drawGrid(pen: Pen, { stage, axis, view }: RulerScene, palette: Palette): void {
  const ticksOf = axis.mode === 'steps' ? stepTicks : timeTicks;
  pen.strokeStyle = palette.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { px, marks } of ticksOf(axis, view, rowOf(stage, palette))) {
    if (!marks) continue;
    pen.moveTo(crisp(LABEL_PX + px), axis.mode === 'steps' ? STEP_ROW_PX - 6 : 3);
    pen.lineTo(crisp(LABEL_PX + px), stage.heightPx);
  }
  pen.stroke();
}

/** Draws the ruler: a row of times above a row of steps, each named at its left end. */
export function drawRuler(pen: Pen, { stage, axis, view }: RulerScene, palette: Palette): void {
  const row = rowOf(stage, palette);
  pen.save();
  pen.font = palette.rulerFont;
  pen.textBaseline = 'middle';
  pen.fillStyle = palette.text3;
  pen.textAlign = 'right';
  pen.fillText('time', LABEL_PX - 8, TIME_ROW_PX);
  pen.fillText('step', LABEL_PX - 8, STEP_ROW_PX);
  pen.textAlign = 'left';
  pen.beginPath();
  pen.rect(LABEL_PX, 0, stage.widthPx - LABEL_PX, RULER_PX);
  pen.clip();
  const steps = stepTicks(axis, view, row);
  drawLabels(pen, steps, STEP_ROW_PX);
  pen.fillStyle = palette.text2;
  drawLabels(pen, timeTicks(axis, view, row), TIME_ROW_PX);
  pen.strokeStyle = palette.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { px } of steps) {
    pen.moveTo(crisp(LABEL_PX + px), RULER_PX - STEP_TICK_PX);
    pen.lineTo(crisp(LABEL_PX + px), RULER_PX);
  }
  pen.stroke();
  pen.restore();
  pen.fillStyle = palette.line;
  pen.fillRect(0, RULER_PX - 1, stage.widthPx, 1);
}

function drawLabels(pen: Pen, ticks: readonly Tick[], middlePx: number): void {
  for (const { px, label } of ticks) pen.fillText(label, LABEL_PX + px + LABEL_GAP_PX, middlePx);
}
