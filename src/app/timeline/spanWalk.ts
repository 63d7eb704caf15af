import type { LaneList } from './laneRows';
import type { SpanPlace } from './spanPlace';

/** Ways to go from span to span with the keyboard. */
export type Walk = 'left' | 'right' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

const LANES_A_PAGE = 10;

/** The span of a lane that lies at a step, or its first if it begins later; null for a lane without spans, or no lane. */
export function placeAt(lanes: LaneList, lane: number, step: number): SpanPlace | null {
  const found = lanes.at(lane);
  return found === undefined || found.count === 0 ? null : { lane, span: Math.max(0, found.spanAt(step)) };
}

/** Whether a walk goes along a lane rather than to another. */
export const isAlong = (way: Walk): boolean => way === 'left' || way === 'right' || way === 'first' || way === 'last';

/** Where a walk leads: along a lane, or to the span of another lane that lies at `step`. Stays at the edges. */
export function walk(lanes: LaneList, from: SpanPlace, way: Walk, step: number): SpanPlace {
  const lane = lanes.at(from.lane);
  if (lane === undefined) return from;
  const along = (span: number): SpanPlace => ({ lane: from.lane, span: Math.min(Math.max(span, 0), lane.count - 1) });
  const across = (by: number): SpanPlace => {
    const to = Math.min(Math.max(from.lane + by, 0), lanes.count - 1);
    return placeAt(lanes, to, step) ?? from;
  };
  switch (way) {
    case 'left':
      return along(from.span - 1);
    case 'right':
      return along(from.span + 1);
    case 'first':
      return along(0);
    case 'last':
      return along(lane.count - 1);
    case 'up':
      return across(-1);
    case 'down':
      return across(1);
    case 'pageUp':
      return across(-LANES_A_PAGE);
    case 'pageDown':
      return across(LANES_A_PAGE);
  }
}
