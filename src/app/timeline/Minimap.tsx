import { useMemo, useState } from 'react';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { Axis } from './axis';
import { CanvasChart, type CanvasSize, type DrawLayer } from './CanvasChart';
import { census, endSteps } from './census';
import { COLUMN_PX, drawCensus, drawWindow } from './drawMinimap';
import { plotWidthPx, positionAtPx, type Stage } from './geometry';
import type { Gesture } from './gestures';
import styles from './Minimap.module.css';
import { Playhead, playheadPx } from './Playhead';
import type { Palette } from './palette';
import type { Lanes } from './spans';
import { centreOn, pan, type Viewport, WHOLE } from './viewport';

interface MinimapProps {
  readonly index: RecordingIndex;
  readonly lanes: Lanes;
  readonly axis: Axis;
  readonly view: Viewport;
  readonly step: number;
  readonly palette: Palette | null;
  readonly onView: (change: (view: Viewport) => Viewport) => void;
}

/** The whole recording in small. What is in sight can be dragged. Hidden from screen readers: the timeline's keys zoom and pan. */
export function Minimap({ index, lanes, axis, view, step, palette, onView }: MinimapProps) {
  const [size, setSize] = useState<CanvasSize>({ widthPx: 0, heightPx: 0, ratio: 1 });
  const [movesWindow, setMovesWindow] = useState(true);
  const stage = useMemo<Stage>(
    () => ({ widthPx: size.widthPx, heightPx: size.heightPx, scrollPx: 0, laneCount: 0 }),
    [size.widthPx, size.heightPx],
  );
  const columns = useMemo(
    () => census(index, endSteps(lanes), axis, Math.max(1, Math.floor(plotWidthPx(stage) / COLUMN_PX))),
    [index, lanes, axis, stage],
  );
  const drawBase = useMemo<DrawLayer>(() => (pen) => palette && drawCensus(pen, stage, columns, palette), [stage, columns, palette]);
  const drawTop = useMemo<DrawLayer>(() => (pen) => palette && drawWindow(pen, stage, view, palette), [stage, view, palette]);
  const layers = useMemo(() => [drawBase, drawTop], [drawBase, drawTop]);
  const positionOf = (x: number) => positionAtPx(stage, WHOLE, x);

  const gesture = (made: Gesture) => {
    if (made.kind === 'drag' && movesWindow) onView((before) => pan(before, made.by.x / plotWidthPx(stage) / (before.to - before.from)));
    else onView((before) => centreOn(before, positionOf(made.at.x)));
  };

  return (
    <div className={styles.minimap}>
      <CanvasChart
        layers={layers}
        hitTest={({ x }) => positionOf(x) >= view.from && positionOf(x) <= view.to}
        onHover={(inWindow) => {
          // null when pressed: then what it was on before is what is dragged.
          if (inWindow !== null) setMovesWindow(inWindow);
        }}
        onGesture={gesture}
        onWheel={() => false}
        onResize={setSize}
        face={{ 'aria-hidden': true, style: { cursor: movesWindow ? 'grab' : 'pointer', touchAction: 'pan-y' } }}
      />
      <Playhead atPx={playheadPx({ stage, axis, view: WHOLE }, Math.min(step, axis.clock.length))} />
    </div>
  );
}
