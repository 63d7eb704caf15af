import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, type Step, type TaskId } from '../../model/units';
import { EmptyState } from '../design/Panel';
import { useLatest } from '../editor/useLatest';
import type { Theme } from '../shell/theme';
import { CanvasChart, type CanvasSize, type DrawLayer, type WheelTurn } from './CanvasChart';
import { describeSpan } from './describeSpan';
import { drawLanes, drawNames } from './drawLanes';
import { drawOverlay } from './drawOverlay';
import { drawGrid, drawRuler } from './drawRuler';
import { contentPx, LABEL_PX, plotWidthPx, positionAtPx, RULER_PX, type Stage, scrollToLane } from './geometry';
import type { CanvasPoint, Gesture } from './gestures';
import { type Hit, hitTest } from './hitTest';
import { SpanTooltip } from './SpanTooltip';
import { type SpanPlace, spanPositions } from './spanPlace';
import { Lanes } from './spans';
import { placeAt } from './spanWalk';
import { recordedClock } from './stepClock';
import styles from './Timeline.module.css';
import { TimelineHeader } from './TimelineHeader';
import { KEY_HELP, timelineCommand } from './timelineKeys';
import { usePalette } from './usePalette';
import { useSpanWalk } from './useSpanWalk';
import { useTimelineView } from './useTimelineView';
import { pan, reveal, revealStretch, WHOLE, zoom } from './viewport';

export interface TimelineProps {
  /** Follows the recording as it grows. */
  readonly index: RecordingIndex;
  /** The number of events that can be travelled. */
  readonly length: number;
  readonly step: Step;
  readonly onTravel: (step: Step) => void;
  readonly selectedTask: TaskId | null;
  readonly onSelectTask: (task: TaskId) => void;
  readonly theme: Theme;
}

/** How much a pixel of wheel, and of a pinch on a trackpad, zooms. */
const WHEEL_ZOOM = 0.0018;
const PINCH_ZOOM = 0.012;
/** When one travels out of sight, the view follows so that this share of it lies ahead. */
const FOLLOW_MARGIN = 0.1;

interface Hover {
  readonly place: SpanPlace;
  readonly at: CanvasPoint;
}

/** A lane a task: what it did when. Fills its container and scrolls inside it. */
export function Timeline({ index, length, step, onTravel, selectedTask, onSelectTask, theme }: TimelineProps) {
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [size, setSize] = useState<CanvasSize>({ widthPx: 0, heightPx: 0, ratio: 1 });
  const [scrollPx, setScrollPx] = useState(0);
  const [hover, setHover] = useState<Hover | null>(null);
  const [cursor, setCursor] = useState('default');

  const lanes = useMemo(() => new Lanes(index), [index]);
  const clock = useMemo(() => {
    lanes.extend();
    return recordedClock(index, length);
  }, [lanes, index, length]);
  const laneCount = lanes.count;
  const { axis, view, setMode, setView } = useTimelineView(index, clock);
  const palette = usePalette(root, theme, size.ratio);
  const stage = useMemo<Stage>(
    () => ({ widthPx: size.widthPx, heightPx: size.heightPx, scrollPx, laneCount }),
    [size.widthPx, size.heightPx, scrollPx, laneCount],
  );
  const selectedLane = selectedTask === null ? -1 : lanes.positionOf(selectedTask);
  const spanWalk = useSpanWalk(index, lanes, clock, selectedLane, step);
  const focused = spanWalk.shown ? spanWalk.place : null;
  const hovered = hover?.place ?? null;

  const drawBase = useMemo<DrawLayer>(() => {
    const scene = { stage, lanes, axis, view, selectedLane, labelOf: (lane: number) => index.taskNames.labelOf(lane + 1) };
    return (pen) => {
      if (palette === null) return;
      drawGrid(pen, scene, palette);
      drawLanes(pen, scene, palette);
      drawNames(pen, scene, palette);
      drawRuler(pen, scene, palette);
    };
  }, [stage, lanes, axis, view, selectedLane, index, palette]);
  const drawTop = useMemo<DrawLayer>(
    () => (pen) => {
      if (palette !== null) drawOverlay(pen, { stage, lanes, axis, view, step, hovered, focused }, palette);
    },
    [stage, lanes, axis, view, step, hovered, focused, palette],
  );
  const layers = useMemo(() => [drawBase, drawTop], [drawBase, drawTop]);

  // What follows listens to a step or a selection, and reads the rest as it is then.
  const latest = useLatest({ stage, lanes });
  useEffect(() => {
    setView((before, now) => reveal(before, now.positionOf(Math.min(step, now.clock.length)), FOLLOW_MARGIN));
  }, [step, setView]);
  const measured = size.heightPx > 0;
  useEffect(() => {
    const lane = selectedTask === null ? -1 : latest.current.lanes.positionOf(selectedTask);
    if (measured && lane !== -1 && scroller.current !== null) scroller.current.scrollTop = scrollToLane(latest.current.stage, lane);
  }, [selectedTask, latest, measured]);

  const hitAt = ({ x, y }: CanvasPoint): Hit => hitTest(x, y, stage, lanes, axis, view);
  const travel = (to: number) => onTravel(asStep(Math.min(Math.max(Math.round(to), 0), length)));
  const select = (lane: number) => {
    const task = lanes.at(lane)?.task;
    if (task !== undefined) onSelectTask(task);
  };
  const zoomAt = (factor: number, position: number) => setView((before, now) => zoom(before, factor, position, now.finest));
  /** Zooming without a pointer keeps in its place where one stands, or the middle if that is out of sight. */
  const zoomHere = (factor: number) => {
    const here = axis.positionOf(Math.min(step, length));
    zoomAt(factor, here >= view.from && here <= view.to ? here : (view.from + view.to) / 2);
  };
  const panBy = (px: number) => setView((before) => pan(before, px / plotWidthPx(stage)));

  const click = (at: CanvasPoint) => {
    const hit = hitAt(at);
    if (hit.on === 'name' || hit.on === 'span') select(hit.lane);
    if (hit.on === 'name') return;
    const lane = hit.on === 'span' ? lanes.at(hit.lane) : undefined;
    if (lane === undefined || hit.on !== 'span') return travel(hit.step);
    // The step next to the pointer may lie beside a span narrower than a pixel.
    const end = hit.span + 1 < lane.count ? lane.stepAt(hit.span + 1) - 1 : length;
    travel(Math.min(Math.max(hit.step, lane.stepAt(hit.span)), end));
  };

  const gesture = (made: Gesture) => {
    if (made.kind === 'click') return click(made.at);
    if (made.kind === 'pinch') {
      zoomAt(made.factor, positionAtPx(stage, view, made.at.x));
      return panBy(-made.by.x);
    }
    if (made.start.x < LABEL_PX && made.start.y >= RULER_PX) return;
    if (made.touch && made.start.y >= RULER_PX) return panBy(-made.by.x);
    travel(axis.stepAt(positionAtPx(stage, view, made.at.x)));
  };

  const wheel = ({ at, by, pinch, shift }: WheelTurn): boolean => {
    if (at.x < LABEL_PX) return false;
    const position = positionAtPx(stage, view, at.x);
    if (pinch) zoomAt(Math.exp(-by.y * PINCH_ZOOM), position);
    else if (shift || Math.abs(by.x) > Math.abs(by.y)) panBy(by.x === 0 ? by.y : by.x);
    else zoomAt(Math.exp(-by.y * WHEEL_ZOOM), position);
    return true;
  };

  const hoverOver = (hit: Hit | null, at: CanvasPoint) => {
    setCursor(hit?.on === 'ruler' ? 'ew-resize' : hit?.on === 'span' || hit?.on === 'name' ? 'pointer' : 'default');
    const place = hit?.on === 'span' ? { lane: hit.lane, span: hit.span } : hit?.on === 'name' ? placeAt(lanes, hit.lane, step) : null;
    setHover(place === null ? null : { place, at });
  };

  const bringIntoSight = (place: SpanPlace) => {
    const lane = lanes.at(place.lane);
    if (lane === undefined) return;
    const { from, to } = spanPositions(lane, place.span, axis);
    setView((before) => revealStretch(before, from, to));
    if (scroller.current !== null) scroller.current.scrollTop = scrollToLane(stage, place.lane);
  };

  const key = (event: KeyboardEvent) => {
    const command = timelineCommand(event);
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.kind === 'walk') {
      const place = spanWalk.go(command.way);
      if (place !== null) bringIntoSight(place);
    } else if (command.kind === 'travel') {
      const lane = spanWalk.place === null ? undefined : lanes.at(spanWalk.place.lane);
      if (lane === undefined || spanWalk.place === null) return;
      select(spanWalk.place.lane);
      travel(lane.stepAt(spanWalk.place.span));
    } else if (command.kind === 'zoom') zoomHere(command.factor);
    else if (command.kind === 'pan') setView((before) => pan(before, command.share));
    else setView(() => WHOLE);
  };

  const description = useMemo(() => (hovered === null ? null : describeSpan(index, lanes, clock, hovered)), [hovered, index, lanes, clock]);

  return (
    <div ref={root} className={styles.timeline} data-theme={theme}>
      <TimelineHeader
        palette={palette}
        ratio={size.ratio}
        axis={axis.mode}
        onAxis={setMode}
        whole={view === WHOLE}
        onZoom={zoomHere}
        onFit={() => setView(() => WHOLE)}
      />
      {laneCount === 0 && (
        <EmptyState>Each task gets a lane here: when it runs, when it is ready, and what it waits for in between.</EmptyState>
      )}
      <div
        ref={scroller}
        className={styles.scroller}
        hidden={laneCount === 0}
        onScroll={(event) => setScrollPx(event.currentTarget.scrollTop)}
      >
        <div className={styles.sheet} style={{ height: contentPx(laneCount) }}>
          <div className={styles.window}>
            <CanvasChart
              layers={layers}
              hitTest={hitAt}
              onHover={hoverOver}
              onGesture={gesture}
              onWheel={wheel}
              onResize={setSize}
              face={{
                role: 'application',
                'aria-label': `Timeline of ${laneCount} ${laneCount === 1 ? 'task' : 'tasks'}`,
                'aria-describedby': helpId,
                tabIndex: 0,
                style: { cursor, touchAction: 'pan-y' },
                onKeyDown: key,
                onFocus: (event) => spanWalk.focus(event.currentTarget.matches(':focus-visible')),
                onBlur: spanWalk.blur,
              }}
            />
          </div>
        </div>
      </div>
      <p id={helpId} className={styles.spoken}>
        {KEY_HELP}
      </p>
      <div className={styles.spoken} aria-live="polite">
        {spanWalk.said}
      </div>
      {hover !== null && description !== null && <SpanTooltip span={description} at={hover.at} />}
    </div>
  );
}
