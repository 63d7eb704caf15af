import type { Axis } from './axis';
import { END_MARK_PX } from './endMark';
import { LABEL_PX, laneAtPx, positionAtPx, positionPx, RULER_PX, type Stage } from './geometry';
import type { SpanPlace } from './spanPlace';
import type { Lanes } from './spans';
import type { Viewport } from './viewport';

/** What lies at a point of the canvas. */
export type Hit =
  /** The ruler: a place to travel to. */
  | { readonly on: 'ruler'; readonly step: number }
  /** A task's name. */
  | { readonly on: 'name'; readonly lane: number }
  /** A lane where its task is in a state. */
  | ({ readonly on: 'span'; readonly step: number } & SpanPlace)
  /** A lane before its task began or after it ended, or below the lanes. */
  | { readonly on: 'nothing'; readonly step: number };

/** What lies at a point of the canvas, in CSS pixels. Steps are the ones next to the point. */
export function hitTest(x: number, y: number, stage: Stage, lanes: Lanes, axis: Axis, view: Viewport): Hit {
  const position = laneAtPx(stage, y);
  if (x < LABEL_PX && position !== -1) return { on: 'name', lane: position };
  const place = axis.stepAt(positionAtPx(stage, view, x));
  const step = Math.round(place);
  if (y < RULER_PX) return { on: 'ruler', step };
  const lane = lanes.at(position);
  const span = lane?.spanAt(place) ?? -1;
  if (lane === undefined || span === -1) return { on: 'nothing', step };
  // The mark of an end stands behind it.
  const endPx = lane.isEnd(span) ? positionPx(stage, view, axis.positionOf(lane.stepAt(span))) + END_MARK_PX : Number.POSITIVE_INFINITY;
  return x > endPx ? { on: 'nothing', step } : { on: 'span', lane: position, span, step };
}
