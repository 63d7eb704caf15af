import { useCallback, useMemo, useState } from 'react';
import { type Axis, type AxisMode, axisOf } from './axis';
import type { StepClock } from './stepClock';
import { fitTo, type Viewport, WHOLE } from './viewport';

/** A stretch of steps, with fractions. */
interface StepRange {
  readonly from: number;
  readonly to: number;
}

interface TimelineView {
  readonly axis: Axis;
  readonly view: Viewport;
  readonly setMode: (mode: AxisMode) => void;
  /** Changes the stretch in sight. */
  readonly setView: (change: (view: Viewport, axis: Axis) => Viewport) => void;
}

function viewOf(range: StepRange | null, axis: Axis): Viewport {
  if (range === null) return WHOLE;
  const [from, to] = [axis.positionOf(Math.min(range.from, axis.clock.length)), axis.positionOf(Math.min(range.to, axis.clock.length))];
  return to - from >= axis.finest ? { from, to } : fitTo(from, to, axis.finest);
}

/**
 * The axis and the stretch of it in sight. The stretch is kept in steps: so the same steps stay in sight when the axis changes from
 * steps to time, and when a recording grows; and "everything" stays everything.
 */
export function useTimelineView(clock: StepClock): TimelineView {
  const [mode, setMode] = useState<AxisMode>('hybrid');
  const [range, setRange] = useState<StepRange | null>(null);
  const axis = useMemo(() => axisOf(mode, clock), [mode, clock]);
  const view = useMemo(() => viewOf(range, axis), [range, axis]);
  const setView = useCallback(
    (change: (view: Viewport, axis: Axis) => Viewport) =>
      setRange((before) => {
        const { from, to } = change(viewOf(before, axis), axis);
        return to - from > 1 - 1e-9 ? null : { from: axis.stepAt(from), to: axis.stepAt(to) };
      }),
    [axis],
  );
  return { axis, view, setMode, setView };
}
