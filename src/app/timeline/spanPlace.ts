import type { Axis } from './axis';
import type { Lane } from './lane';

/** One span of one lane, by their numbers from 0. */
export interface SpanPlace {
  readonly lane: number;
  readonly span: number;
}

/** Where a span begins and ends on the axis; an end is a moment. */
export function spanPositions(lane: Lane, span: number, axis: Axis): { readonly from: number; readonly to: number } {
  const from = axis.at(lane.stepAt(span), lane.nsAt(span));
  if (lane.isEnd(span)) return { from, to: from };
  return { from, to: span + 1 < lane.count ? axis.at(lane.stepAt(span + 1), lane.nsAt(span + 1)) : 1 };
}
