import { type Arrow, arrowAt } from './arrows';
import { bracketAt } from './brackets';
import { MARKER_RISE_PX } from './drawMoments';
import { END_MARK_PX } from './endMark';
import { LABEL_PX, laneAtPx, lanePx, laneTopPx, plotWidthPx, positionAtPx, positionPx, RULER_PX } from './geometry';
import { cellsBetween, markersOf } from './momentCells';
import type { Moment, Moments } from './moments';
import type { Scene } from './scene';
import type { Scopes } from './scopes';
import type { SpanPlace } from './spanPlace';

/** What lies at a point of the canvas. */
export type Hit =
  /** The ruler: a place to travel to. */
  | { readonly on: 'ruler'; readonly step: number }
  /** A task's name. */
  | { readonly on: 'name'; readonly lane: number }
  /** A marker on a lane; `step` is the one after its first moment. */
  | { readonly on: 'moment'; readonly lane: number; readonly step: number; readonly moment: Moment; readonly count: number }
  /** An arrow; `step` is the one at which it takes effect. */
  | { readonly on: 'arrow'; readonly arrow: Arrow; readonly step: number }
  /** The mark left of a name, which folds the lanes below away. */
  | { readonly on: 'fold'; readonly lane: number }
  /** The bracket of a scope; `step` is the one next to the point. */
  | { readonly on: 'scope'; readonly lane: number; readonly scope: number; readonly step: number }
  /** A lane where its task is in a state. */
  | ({ readonly on: 'span'; readonly step: number } & SpanPlace)
  /** A lane before its task began or after it ended, or below the lanes. */
  | { readonly on: 'nothing'; readonly step: number };

/** A marker is this large to the pointer, to each side of its middle. */
const MARKER_REACH_PX = 6;

/** The loudest marker of a lane next to a point, if there is one. */
function momentAt(x: number, y: number, { stage, lanes, axis, view }: Scene, moments: Moments, position: number): Hit | null {
  const lane = lanes.at(position);
  const middle = laneTopPx(stage, position) + lanePx(stage.laneCount) - MARKER_RISE_PX;
  if (lane === undefined || Math.abs(y - middle) > MARKER_REACH_PX) return null;
  const widthPx = plotWidthPx(stage);
  const plotPx = x - LABEL_PX;
  const cells = cellsBetween(axis, view, widthPx, plotPx - MARKER_REACH_PX, plotPx + MARKER_REACH_PX);
  const near = markersOf(moments, lane.id, cells, axis, view, widthPx).findLast(({ px }) => Math.abs(px - plotPx) <= MARKER_REACH_PX);
  return near === undefined ? null : { on: 'moment', lane: position, step: near.event + 1, moment: near, count: near.count };
}

/** What is drawn over the spans. */
interface Marked {
  readonly moments: Moments;
  readonly scopes: Scopes;
  readonly arrows: readonly Arrow[];
}

/** What lies at a point of the canvas, in CSS pixels. Steps are the ones next to the point. */
export function hitTest(x: number, y: number, scene: Scene, { moments, scopes, arrows }: Marked): Hit {
  const { stage, lanes, axis, view } = scene;
  const position = laneAtPx(stage, y);
  if (x < LABEL_PX && position !== -1) return { on: 'name', lane: position };
  const place = axis.stepAt(positionAtPx(stage, view, x));
  const step = Math.round(place);
  if (y < RULER_PX) return { on: 'ruler', step };
  const moment = momentAt(x, y, scene, moments, position);
  if (moment !== null) return moment;
  const arrow = arrowAt(arrows, x, y);
  if (arrow !== null) return { on: 'arrow', arrow, step: arrow.cause.toStep };
  const bracket = bracketAt(scene, scopes, position, x, y);
  if (bracket !== null) return { on: 'scope', lane: position, scope: bracket.scope, step };
  const lane = lanes.at(position);
  const span = lane?.spanAt(place) ?? -1;
  if (lane === undefined || span === -1) return { on: 'nothing', step };
  // The mark of an end stands behind it.
  const endPx = lane.isEnd(span) ? positionPx(stage, view, axis.positionOf(lane.stepAt(span))) + END_MARK_PX : Number.POSITIVE_INFINITY;
  return x > endPx ? { on: 'nothing', step } : { on: 'span', lane: position, span, step };
}
