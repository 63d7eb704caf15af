import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../analysis/problems/problem';
import { type ActorId, taskOfActor } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, type Step, type TaskId } from '../../model/units';
import { EmptyState } from '../design/Panel';
import { useLatest } from '../editor/useLatest';
import type { Theme } from '../shell/theme';
import type { StepFlag } from '../transport/stepFlags';
import { arrowsInSight } from './arrows';
import { CanvasChart, type CanvasSize } from './CanvasChart';
import { doCommand } from './doCommand';
import { contentPx, type Stage, scrollToLane } from './geometry';
import { LaneMenu } from './LaneMenu';
import { lanesInWords } from './laneRows';
import { Minimap } from './Minimap';
import { Playhead, playheadPx } from './Playhead';
import { SelectionBar } from './SelectionBar';
import type { Scene } from './scene';
import { sharesOf } from './shares';
import { type SpanPlace, spanPositions } from './spanPlace';
import { placeAt } from './spanWalk';
import styles from './Timeline.module.css';
import { TimelineHeader } from './TimelineHeader';
import { TimelineTooltip } from './TimelineTooltip';
import type { TimelineActions } from './timelineActions';
import { KEY_HELP, timelineCommand } from './timelineKeys';
import { tipOf } from './tip';
import { useLaneChoice } from './useLaneChoice';
import { useLaneRows } from './useLaneRows';
import { usePalette } from './usePalette';
import { usePointer } from './usePointer';
import { useSpanWalk } from './useSpanWalk';
import { useStretch } from './useStretch';
import { useTimelineLayers } from './useTimelineLayers';
import { useTimelineModel } from './useTimelineModel';
import { useTimelineView } from './useTimelineView';
import { fitTo, pan, reveal, revealStretch, WHOLE, zoom } from './viewport';

export interface TimelineProps {
  /** Follows the recording as it grows. */
  readonly index: RecordingIndex;
  /** The number of events that can be travelled. */
  readonly length: number;
  /** What was found in the recording so far. */
  readonly problems: readonly Problem[];
  readonly step: Step;
  readonly onTravel: (step: Step) => void;
  readonly selectedTask: TaskId | null;
  readonly onSelectTask: (task: TaskId) => void;
  readonly theme: Theme;
  /** What is marked on the ruler. */
  readonly flags: readonly StepFlag[];
}

/** When one travels out of sight, the view follows so that this share of it lies ahead. */
const FOLLOW_MARGIN = 0.1;

/** A lane a task, and a lane a thread: what it did when. Fills its container and scrolls inside it. */
export function Timeline({ index, length, problems, step, onTravel, selectedTask, onSelectTask, theme, flags }: TimelineProps) {
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [size, setSize] = useState<CanvasSize>({ widthPx: 0, heightPx: 0, ratio: 1 });
  const [scrollPx, setScrollPx] = useState(0);

  const recorded = useTimelineModel(index, length, problems);
  const { all, moments, causes, scopes, clock } = recorded;
  const { axis, view, setMode, setView } = useTimelineView(index, clock);
  const laneControls = useLaneChoice(index);
  const lanes = useLaneRows(index, recorded, axis, view, laneControls);
  const laneCount = lanes.count;
  const model = useMemo(() => ({ ...recorded, lanes }), [recorded, lanes]);
  const palette = usePalette(root, theme, size.ratio);
  const stage = useMemo<Stage>(
    () => ({ widthPx: size.widthPx, heightPx: size.heightPx, scrollPx, laneCount }),
    [size.widthPx, size.heightPx, scrollPx, laneCount],
  );
  const scene = useMemo<Scene>(() => ({ stage, lanes, axis, view }), [stage, lanes, axis, view]);
  const arrows = useMemo(() => arrowsInSight(scene, causes, selectedTask), [scene, causes, selectedTask]);
  const selected = useStretch(index, length);
  const { stretch } = selected;
  const selectedLane = selectedTask === null ? -1 : lanes.positionOf(selectedTask);
  const spanWalk = useSpanWalk(index, model, selectedLane, step);
  const zoomAt = (factor: number, position: number) => setView((before, now) => zoom(before, factor, position, now.finest));
  const onLane = (lane: number, does: (id: ActorId) => void) => {
    const id = lanes.at(lane)?.id;
    if (id !== undefined) does(id);
  };
  const select = (id: ActorId) => {
    const task = taskOfActor(id);
    if (task !== null) onSelectTask(task);
  };
  const actions: TimelineActions = {
    travel: (to) => onTravel(asStep(Math.min(Math.max(Math.round(to), 0), length))),
    select: (lane) => onLane(lane, select),
    zoomAt,
    fold: (lane) => {
      const { fold } = lanes.lookAt(lane);
      spanWalk.say(fold === null ? 'it has no lanes to fold' : fold === 'open' ? 'folded' : 'unfolded');
      onLane(lane, laneControls.toggleFold);
    },
    pin: (lane) => {
      spanWalk.say(lanes.lookAt(lane).pinned ? 'no longer on top' : 'kept on top');
      onLane(lane, laneControls.togglePin);
    },
    zoomHere: (factor) => {
      const here = axis.positionOf(Math.min(step, length));
      zoomAt(factor, here >= view.from && here <= view.to ? here : (view.from + view.to) / 2);
    },
    panBy: (share) => setView((before) => pan(before, share)),
    fit: () => setView(() => WHOLE),
    selectBetween: selected.selectBetween,
    moveEnd: (end) => selected.moveEnd(end, Math.min(step, length)),
    zoomToSelection: () => {
      if (stretch !== null) setView((_, now) => fitTo(now.positionOf(stretch.from), now.positionOf(stretch.to), now.finest));
    },
    clearSelection: selected.clear,
  };
  const latestActions = useLatest(actions);
  const { setDragSelects } = selected;
  // Not drawn again at each step of playing: it is full of menus and tooltips, which are much to set up.
  const header = useMemo(
    () => (
      <TimelineHeader
        palette={palette}
        ratio={size.ratio}
        axis={axis.mode}
        onAxis={setMode}
        whole={view === WHOLE}
        onZoom={(factor) => latestActions.current.zoomHere(factor)}
        onFit={() => latestActions.current.fit()}
        dragSelects={selected.dragSelects}
        onDragSelects={setDragSelects}
        lanes={<LaneMenu index={index} controls={laneControls} shown={laneCount} all={recorded.all} selected={selectedTask} />}
      />
    ),
    [
      palette,
      size.ratio,
      axis,
      setMode,
      view,
      latestActions,
      selected.dragSelects,
      setDragSelects,
      index,
      laneControls,
      laneCount,
      recorded,
      selectedTask,
    ],
  );
  const { hover, cursor, hitAt, onHover, onGesture, onWheel } = usePointer(
    { scene, rows: lanes, moments, scopes, arrows, dragSelects: selected.dragSelects },
    actions,
  );
  const hit = hover?.hit ?? null;
  const hovered = useMemo(
    () => (hit?.on === 'span' ? { lane: hit.lane, span: hit.span } : hit?.on === 'name' ? placeAt(lanes, hit.lane, step) : null),
    [hit, lanes, step],
  );
  const tip = useMemo(() => (hit === null ? null : tipOf(index, model, hit, step)), [hit, index, model, step]);
  const shares = useMemo(
    () => (stretch === null ? [] : sharesOf(all.of(selectedTask), clock, stretch)),
    [stretch, all, selectedTask, clock],
  );
  const hoveredArrow = hit?.on === 'arrow' ? hit.arrow : null;
  const focused = spanWalk.shown ? spanWalk.place : null;
  const layers = useTimelineLayers({
    index,
    moments,
    scopes,
    scene,
    rows: lanes,
    palette,
    selectedLane,
    hovered,
    focused,
    stretch,
    arrows,
    hoveredArrow,
    flags,
  });

  // What follows listens to a step or a selection, and reads the rest as it is then.
  const latest = useLatest(scene);
  useEffect(() => {
    setView((before, now) => reveal(before, now.positionOf(Math.min(step, now.clock.length)), FOLLOW_MARGIN));
  }, [step, setView]);
  const measured = size.heightPx > 0;
  useEffect(() => {
    const lane = selectedTask === null ? -1 : latest.current.lanes.positionOf(selectedTask);
    if (measured && lane !== -1 && scroller.current !== null) scroller.current.scrollTop = scrollToLane(latest.current.stage, lane);
  }, [selectedTask, latest, measured]);

  const bringIntoSight = (place: SpanPlace) => {
    const lane = lanes.at(place.lane);
    if (lane === undefined) return;
    const { from, to } = spanPositions(lane, place.span, axis);
    setView((before) => revealStretch(before, from, to));
    if (scroller.current !== null) scroller.current.scrollTop = scrollToLane(stage, place.lane);
  };

  const onKey = (event: KeyboardEvent) => {
    const command = timelineCommand(event);
    if (command === null || (command.kind === 'clear' && stretch === null)) return;
    event.preventDefault();
    event.stopPropagation();
    doCommand(command, actions, spanWalk, bringIntoSight);
  };

  return (
    <div ref={root} className={styles.timeline} data-theme={theme}>
      {header}
      {laneCount === 0 && (
        <EmptyState>
          {all.count === 0
            ? 'Each task gets a lane here: when it runs, when it is ready, and what it waits for in between.'
            : `None of the ${all.count} lanes is shown: change the choice of lanes.`}
        </EmptyState>
      )}
      {all.count > 0 && <Minimap index={index} lanes={all} axis={axis} view={view} step={step} palette={palette} onView={setView} />}
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
              onHover={onHover}
              onGesture={onGesture}
              onWheel={onWheel}
              onResize={setSize}
              face={{
                role: 'application',
                'aria-label': `Timeline of ${lanesInWords(lanes)}`,
                'aria-describedby': helpId,
                tabIndex: 0,
                style: { cursor, touchAction: 'pan-y' },
                onKeyDown: onKey,
                onFocus: (event) => spanWalk.focus(event.currentTarget.matches(':focus-visible')),
                onBlur: spanWalk.blur,
              }}
            />
            <Playhead atPx={playheadPx(scene, Math.min(step, length))} handle />
          </div>
        </div>
      </div>
      {stretch !== null && (
        <SelectionBar
          stretch={stretch}
          clock={clock}
          whose={selectedTask === null ? `all ${all.count} tasks` : index.taskNames.labelOf(selectedTask)}
          shares={shares}
          onZoom={actions.zoomToSelection}
          onClear={actions.clearSelection}
        />
      )}
      <p id={helpId} className={styles.spoken}>
        {KEY_HELP}
      </p>
      <div className={styles.spoken} aria-live="polite">
        {spanWalk.said}
      </div>
      {hover !== null && tip !== null && <TimelineTooltip tip={tip} at={hover.at} />}
    </div>
  );
}
