import type { TaskState } from '../../model/world';
import type { Axis } from './axis';
import type { Lane } from './lane';
import type { Viewport } from './viewport';

/** A place to draw what is in sight of a lane. All x are in CSS pixels from the left edge of the plot. */
export interface SpanSink {
  /** One span, wide enough to be seen, or alone in its place. */
  span(fromPx: number, toPx: number, state: TaskState): void;
  /**
   * Several spans too narrow to be seen: `quiet` is the state in which the task was longest while it did not run, or null; `busy` the share of
   * the place, from 0 to 1, in which it ran; `blocks` whether it held up the loop.
   */
  crowd(fromPx: number, toPx: number, quiet: TaskState | null, busy: number, blocks: boolean): void;
  /** The moment at which the task ended. */
  end(atPx: number, state: TaskState): void;
}

/** Spans narrower than this are put together in crowds as wide as this. */
export const CROWD_PX = 2;

/**
 * Tells a sink what is in sight of a lane. The work depends on the width in pixels and not on the number of spans: the first span in
 * sight is found by binary search, and crowds are leapt over by galloping.
 */
export function visitSpans(lane: Lane, axis: Axis, view: Viewport, widthPx: number, sink: SpanSink): void {
  const { count } = lane;
  const scale = widthPx / (view.to - view.from);
  const pxOf = (span: number): number => (axis.at(lane.stepAt(span), lane.nsAt(span)) - view.from) * scale;
  const endPx = (1 - view.from) * scale;
  const endOf = (span: number): number => (span + 1 < count ? pxOf(span + 1) : endPx);

  for (let span = Math.max(0, firstBeyond(0, count, pxOf, 0) - 1); span < count; ) {
    const from = pxOf(span);
    if (from > widthPx) break;
    const to = endOf(span);
    const state = lane.stateAt(span);
    if (lane.isEnd(span)) {
      if (from >= 0 && state !== 'idle') sink.end(from, state);
      break;
    }
    if (to < 0) {
      span++;
      continue;
    }
    const crowdEnd = (Math.floor(Math.max(from, 0) / CROWD_PX) + 1) * CROWD_PX;
    const next = to - from >= CROWD_PX ? span + 1 : crowdAfter(lane, span, crowdEnd, pxOf, endOf);
    if (next <= span + 1) {
      if (state !== 'idle') sink.span(Math.max(from, 0), Math.min(to, widthPx), state);
      span++;
      continue;
    }
    const until = endOf(next - 1);
    const extent = (until - from) / scale;
    const busy = extent > 0 ? axis.at(lane.busySteps(span, next), lane.busyNs(span, next)) / extent : 1;
    sink.crowd(Math.max(from, 0), Math.min(until, widthPx), quietState(lane, span, next), busy, lane.blocks(span, next));
    span = next;
  }
}

/** The spans in which a task goes round once or twice: it gets ready, runs, and waits for something. */
const ROUNDS = 6;

/** In which state the task was quiet for longest as a crowd begins: by the clock, or in steps where that stands still. */
function quietState(lane: Lane, from: number, to: number): TaskState | null {
  let longest: TaskState | null = null;
  let mostNs = -1;
  let mostSteps = 0;
  for (let span = from; span < Math.min(to, from + ROUNDS); span++) {
    const state = lane.stateAt(span);
    if (lane.isBusy(span) || state === 'idle') continue;
    const ns = lane.nsAt(span + 1) - lane.nsAt(span);
    const steps = lane.stepAt(span + 1) - lane.stepAt(span);
    if (ns > mostNs || (ns === mostNs && steps > mostSteps)) [longest, mostNs, mostSteps] = [state, ns, steps];
  }
  return longest;
}

/**
 * The first span after `span` that does not belong to its crowd, which ends at `crowdEnd`: one that begins behind it, or reaches far
 * beyond. The lane's last span joins no crowd, because the lane does not know how long it lasts.
 */
function crowdAfter(lane: Lane, span: number, crowdEnd: number, pxOf: (span: number) => number, endOf: (span: number) => number): number {
  const behind = gallop(span + 1, lane.count - 1, pxOf, crowdEnd);
  const last = behind - 1;
  const staysOut = last > span && endOf(last) - pxOf(last) >= CROWD_PX;
  return staysOut ? last : behind;
}

/** The first of the spans from `from` to before `to` that begins at or behind `px`, searched in doubling strides because it is near. */
function gallop(from: number, to: number, pxOf: (span: number) => number, px: number): number {
  let low = from;
  let stride = 1;
  while (low + stride < to && pxOf(low + stride) < px) {
    low += stride;
    stride *= 2;
  }
  return firstBeyond(low, Math.min(to, low + stride), pxOf, px);
}

/** The first of the spans from `low` to before `high` whose place is at or behind `px`. */
function firstBeyond(low: number, high: number, pxOf: (span: number) => number, px: number): number {
  let first = low;
  let end = high;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (pxOf(middle) < px) first = middle + 1;
    else end = middle;
  }
  return first;
}
