import type { TaskState } from '../../model/world';
import { drawEndMark } from './endMark';
import { LABEL_PX, lanePx, lanesInSight, laneTopPx, nameLeftPx, plotWidthPx, RULER_PX } from './geometry';
import type { RowLook } from './laneRows';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { RectBatches } from './rectBatches';
import type { Scene } from './scene';
import { visitSpans } from './visibleSpans';

/** The height of a span, as a share of its lane's: the louder the state, the taller. */
const HEIGHT: Readonly<Record<TaskState, number>> = {
  blocking: 0.78,
  running: 0.64,
  ready: 0.43,
  io: 0.29,
  waiting: 0.29,
  sleeping: 0.29,
  done: 0,
  failed: 0,
  cancelled: 0,
};
/** In a crowd, running is as tall as its share, and never too small to be seen. */
const BUSY_AT_LEAST = 0.18;

/** The height of a span in a lane of a height; CSS pixels, even so that it has a middle line. */
export const barPx = (state: TaskState, laneHeightPx: number): number => evenPx(HEIGHT[state] * laneHeightPx);
const evenPx = (px: number): number => Math.max(2, Math.round(px / 2) * 2);

/** What the lanes show. */
export interface LaneScene extends Scene {
  readonly labelOf: (lane: number) => string;
  readonly lookOf: (lane: number) => RowLook;
  /** The lane of the selected task, or -1. */
  readonly selectedLane: number;
}

/** The beginning and the end of a name too long for its column: both tell tasks apart ("download_th…-17"). */
export function shortened(label: string, characters: number): string {
  if (label.length <= characters) return label;
  const tail = Math.min(4, Math.floor(characters / 3));
  return `${label.slice(0, Math.max(0, characters - tail - 1))}…${label.slice(label.length - tail)}`;
}

/** Draws spans and end marks of the lanes in sight. Work grows with the lanes in sight and the width, not with the recording. */
export function drawLanes(pen: Pen, { stage, lanes, axis, view, selectedLane }: LaneScene, palette: Palette): void {
  const height = lanePx(stage.laneCount);
  const { from, to } = lanesInSight(stage);
  const batches = new RectBatches();
  const ends: { readonly x: number; readonly y: number; readonly state: TaskState }[] = [];
  pen.save();
  pen.beginPath();
  pen.rect(0, RULER_PX, stage.widthPx, stage.heightPx - RULER_PX);
  pen.clip();
  if (selectedLane >= from && selectedLane < to) {
    pen.fillStyle = palette.selected;
    pen.fillRect(0, laneTopPx(stage, selectedLane), stage.widthPx, height);
  }
  for (let position = from; position < to; position++) {
    const lane = lanes.at(position);
    if (lane === undefined) continue;
    const middle = laneTopPx(stage, position) + height / 2;
    const bar = (fromPx: number, toPx: number, state: TaskState, heightPx: number) =>
      batches.add(state, LABEL_PX + fromPx, LABEL_PX + toPx, middle, heightPx);
    visitSpans(lane, axis, view, plotWidthPx(stage), {
      span: (fromPx, toPx, state) => bar(fromPx, toPx, state, barPx(state, height)),
      crowd: (fromPx, toPx, quiet, busy, blocks) => {
        if (quiet !== null) bar(fromPx, toPx, quiet, barPx(quiet, height));
        if (blocks) bar(fromPx, toPx, 'blocking', barPx('blocking', height));
        else if (busy > 0) bar(fromPx, toPx, 'running', evenPx(height * Math.max(BUSY_AT_LEAST, HEIGHT.running * busy)));
      },
      end: (atPx, state) => ends.push({ x: LABEL_PX + atPx, y: middle, state }),
    });
  }
  batches.draw(pen, palette);
  for (const { x, y, state } of ends) drawEndMark(pen, x, y, state, palette);
  pen.restore();
}

/** A triangle that points down where lanes are open below, and right where they are folded; a dot where a lane is pinned. */
function drawFoldMark(pen: Pen, x: number, y: number, { fold, pinned }: RowLook, palette: Palette): void {
  pen.fillStyle = palette.text3;
  pen.beginPath();
  if (pinned) {
    pen.arc(x, y, 2, 0, 2 * Math.PI);
  } else if (fold === 'folded') {
    pen.moveTo(x - 2, y - 3.5);
    pen.lineTo(x + 3, y);
    pen.lineTo(x - 2, y + 3.5);
    pen.closePath();
  } else {
    pen.moveTo(x - 3.5, y - 2);
    pen.lineTo(x + 3.5, y - 2);
    pen.lineTo(x, y + 3);
    pen.closePath();
  }
  pen.fill();
}

/** Draws the column of names: those of children set in below the task that created them. */
export function drawNames(pen: Pen, { stage, labelOf, lookOf, selectedLane }: LaneScene, palette: Palette): void {
  const height = lanePx(stage.laneCount);
  const { from, to } = lanesInSight(stage);
  pen.save();
  pen.beginPath();
  pen.rect(0, RULER_PX, LABEL_PX, stage.heightPx - RULER_PX);
  pen.clip();
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  for (let position = from; position < to; position++) {
    pen.font = position === selectedLane ? palette.selectedNameFont : palette.nameFont;
    pen.fillStyle = position === selectedLane ? palette.accent : palette.text;
    const look = lookOf(position);
    const middle = laneTopPx(stage, position) + height / 2;
    const suffix = look.fold === 'folded' ? ` +${look.hidden}` : '';
    const characters = Math.floor((LABEL_PX - nameLeftPx(look) - 8) / palette.nameCharPx) - suffix.length;
    pen.fillText(shortened(labelOf(position), characters) + suffix, nameLeftPx(look), middle + 0.5);
    if (look.fold !== null || look.pinned) drawFoldMark(pen, nameLeftPx(look) - 8, middle, look, palette);
  }
  pen.restore();
}
