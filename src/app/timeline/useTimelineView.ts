import { useCallback, useMemo, useState } from 'react';
import { type Axis, type AxisMode, axisOf } from './axis';
import type { StepClock } from './stepClock';
import { fitTo, type Viewport, WHOLE } from './viewport';

/** A stretch of steps, with fractions. */
interface StepRange {
  readonly from: number;
  readonly to: number;
}

/** The stretch in sight of one recording; of another, everything is. */
interface KeptRange {
  readonly recording: object;
  readonly range: StepRange | null;
}

const rangeOf = (kept: KeptRange, recording: object): StepRange | null => (kept.recording === recording ? kept.range : null);

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
 * steps to time, and when the recording grows; and "everything" stays everything. `recording` stands for the recording however long it
 * has grown.
 */
export function useTimelineView(recording: object, clock: StepClock): TimelineView {
  const [mode, setMode] = useState<AxisMode>('hybrid');
  const [kept, setKept] = useState<KeptRange>({ recording, range: null });
  const range = rangeOf(kept, recording);
  const axis = useMemo(() => axisOf(mode, clock), [mode, clock]);
  const view = useMemo(() => viewOf(range, axis), [range, axis]);
  const setView = useCallback(
    (change: (view: Viewport, axis: Axis) => Viewport) =>
      setKept((before) => {
        const now = viewOf(rangeOf(before, recording), axis);
        const after = change(now, axis);
        if (after === now) return before;
        const isWhole = after.to - after.from > 1 - 1e-9;
        return { recording, range: isWhole ? null : { from: axis.stepAt(after.from), to: axis.stepAt(after.to) } };
      }),
    [axis, recording],
  );
  return { axis, view, setMode, setView };
}
