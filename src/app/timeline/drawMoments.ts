import { LABEL_PX, lanePx, lanesInSight, laneTopPx, plotWidthPx, RULER_PX } from './geometry';
import { cellsBetween, markersOf } from './momentCells';
import type { MomentKind, Moments } from './moments';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';

/** How far above the lower edge of its lane the middle of a marker stands. */
export const MARKER_RISE_PX = 5;
const REACH_PX = 3.5;

/** The colour of a marker. */
const inkOf = (kind: MomentKind, { text2, colour }: Palette): string =>
  ({ output: text2, raised: colour.failed, cancel: colour.cancelled, problem: colour.blocking })[kind];

/** The corners of the markers, around their middle; output is a dot. */
const CORNERS: Readonly<Record<Exclude<MomentKind, 'output'>, readonly (readonly [number, number])[]>> = {
  raised: [
    [0, -REACH_PX - 0.5],
    [REACH_PX + 0.5, REACH_PX],
    [-REACH_PX - 0.5, REACH_PX],
  ],
  cancel: [
    [0, -REACH_PX - 0.5],
    [REACH_PX + 0.5, 0],
    [0, REACH_PX + 0.5],
    [-REACH_PX - 0.5, 0],
  ],
  problem: [
    [-REACH_PX - 1, -REACH_PX - 1],
    [REACH_PX + 1, -REACH_PX - 1],
    [0, REACH_PX + 1],
  ],
};

/** Draws a marker around a point: a dot for output, a triangle for an exception, a diamond for a request for cancellation, a triangle on its tip for a problem. */
export function drawMarker(pen: Pen, x: number, y: number, kind: MomentKind, palette: Palette): void {
  pen.beginPath();
  if (kind === 'output') {
    pen.arc(x, y, REACH_PX - 1, 0, 2 * Math.PI);
  } else {
    for (const [i, [dx, dy]] of CORNERS[kind].entries()) {
      if (i === 0) pen.moveTo(x + dx, y + dy);
      else pen.lineTo(x + dx, y + dy);
    }
    pen.closePath();
  }
  // A rim of the ground keeps it apart from the span on which it stands.
  pen.strokeStyle = palette.surface;
  pen.lineWidth = 2;
  pen.stroke();
  pen.fillStyle = inkOf(kind, palette);
  pen.fill();
}

/** Draws the markers of the lanes in sight. Work grows with the lanes in sight and the width, not with the number of moments. */
export function drawMoments(pen: Pen, { stage, lanes, axis, view }: Scene, moments: Moments, palette: Palette): void {
  const widthPx = plotWidthPx(stage);
  const cells = cellsBetween(axis, view, widthPx, 0, widthPx);
  const { from, to } = lanesInSight(stage);
  pen.save();
  pen.beginPath();
  pen.rect(LABEL_PX - 4, RULER_PX, stage.widthPx, stage.heightPx - RULER_PX);
  pen.clip();
  for (let position = from; position < to; position++) {
    const lane = lanes.at(position);
    if (lane === undefined) continue;
    const y = laneTopPx(stage, position) + lanePx(stage.laneCount) - MARKER_RISE_PX;
    for (const { px, kind } of markersOf(moments, lane.id, cells, axis, view, widthPx)) drawMarker(pen, LABEL_PX + px, y, kind, palette);
  }
  pen.restore();
}
