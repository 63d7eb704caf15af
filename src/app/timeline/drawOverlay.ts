import { END_MARK_PX } from './endMark';
import { LABEL_PX, lanePx, laneTopPx, positionPx, RULER_PX } from './geometry';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import { type SpanPlace, spanPositions } from './spanPlace';

/** What lies over the lanes and changes while they stay: what the pointer is on, and what the keyboard is on. */
export interface OverlayScene extends Scene {
  readonly hovered: SpanPlace | null;
  /** Where the keyboard is, while the timeline has the focus. */
  readonly focused: SpanPlace | null;
}

/** A frame around a span, wide enough to be seen around the narrowest, and around the mark of one that is an end. */
function outline(pen: Pen, { stage, lanes, axis, view }: OverlayScene, { lane: position, span }: SpanPlace, radiusPx: number): void {
  const lane = lanes.at(position);
  if (lane === undefined || span < 0 || span >= lane.count) return;
  const { from, to } = spanPositions(lane, span, axis);
  const [fromPx, toPx] = [positionPx(stage, view, from), positionPx(stage, view, to)];
  if (toPx < LABEL_PX || fromPx > stage.widthPx) return;
  const left = Math.max(LABEL_PX - 4, fromPx - 2);
  const right = Math.min(stage.widthPx + 4, Math.max(toPx + 2, left + (lane.isEnd(span) ? END_MARK_PX + 3 : 5)));
  const height = lanePx(stage.laneCount);
  pen.beginPath();
  pen.roundRect(left, laneTopPx(stage, position) + 1.5, right - left, height - 3, radiusPx);
  pen.stroke();
}

/** Draws the frames around what is hovered and focused. */
export function drawOverlay(pen: Pen, scene: OverlayScene, palette: Palette): void {
  const { stage } = scene;
  pen.save();
  pen.beginPath();
  pen.rect(LABEL_PX - 4, RULER_PX, stage.widthPx, stage.heightPx - RULER_PX);
  pen.clip();
  if (scene.hovered !== null) {
    pen.strokeStyle = palette.text2;
    pen.lineWidth = 1;
    outline(pen, scene, scene.hovered, 3);
  }
  if (scene.focused !== null) {
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 2;
    outline(pen, scene, scene.focused, 4);
  }
  pen.restore();
}
