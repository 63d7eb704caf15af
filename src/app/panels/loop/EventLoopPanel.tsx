import { useRef } from 'react';
import { briefSeconds, formatSeconds, type TaskId } from '../../../model/units';
import { EmptyState, Panel } from '../../design/Panel';
import { PlainChip, TaskChip } from '../../design/TaskChip';
import { useApp, useAppState, useSelectedTask, useWorld } from '../../store/AppContext';
import { currentRecorded, isRushing } from '../../store/selectors';
import { LOOP_LEGEND } from '../legends';
import styles from './EventLoopPanel.module.css';
import { eventLoopLanes, type Lane } from './lanes';
import { useChipFlight } from './useChipFlight';
import { whatNext } from './whatNext';

/** What runs, what runs next, what waits for the clock and what for the world outside. */
export function EventLoopPanel() {
  const world = useWorld();
  const recorded = useAppState(currentRecorded);
  const rushing = useAppState(isRushing);
  const { actions } = useApp();
  const selected = useSelectedTask();
  const lanes = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  useChipFlight({ lanes, layer, moment: world?.step ?? 0, enabled: !rushing });
  if (world === null || recorded === null) {
    return (
      <Panel legend={LOOP_LEGEND} name="Event loop">
        <EmptyState>What runs now, what is ready to run next, and which timers are set appear here once a program was recorded.</EmptyState>
      </Panel>
    );
  }
  const next = whatNext(recorded.index, world);
  return (
    <Panel
      legend={LOOP_LEGEND}
      name="Event loop"
      note={
        <span title={`${next} · clock ${formatSeconds(world.clock)}`}>
          turn {world.turn.toLocaleString('en')} · clock {briefSeconds(world.clock)} · {next}
        </span>
      }
    >
      <div className={styles.lanes} ref={lanes}>
        {eventLoopLanes(recorded.index, world).map((lane) => (
          <LaneView key={lane.name} lane={lane} rushing={rushing} selected={selected} onSelect={actions.selectTask} />
        ))}
      </div>
      <div className={styles.layer} ref={layer} aria-hidden="true" inert />
    </Panel>
  );
}

/** Chips beyond this many are counted, not drawn: nobody reads them, and each costs time while playing. */
const MOST_CHIPS = 40;

interface LaneViewProps {
  readonly lane: Lane;
  /** Whether it plays too fast for motion to be seen: then elements need not go with what they show. */
  readonly rushing: boolean;
  readonly selected: TaskId | null;
  readonly onSelect: (task: TaskId) => void;
}

function LaneView({ lane, rushing, selected, onSelect }: LaneViewProps) {
  const rest = lane.items.length - MOST_CHIPS;
  return (
    <div className={styles.lane} data-lane={lane.name}>
      <div className={styles.label}>
        <span className={styles.name}>
          {lane.name}
          {lane.items.length > 1 ? <span className={styles.count}>{lane.items.length.toLocaleString('en')}</span> : null}
        </span>
        <span className={styles.hint}>{lane.hint}</span>
      </div>
      <div className={styles.content}>
        <div className={styles.strip}>
          <ul className={styles.items} aria-label={lane.name}>
            {lane.items.slice(0, MOST_CHIPS).map((item, place) => (
              <li
                key={rushing ? `at ${place}` : item.key}
                className={styles.item}
                data-chip={item.task === null ? item.key : `t${item.task}`}
              >
                {item.task === null ? (
                  <PlainChip label={item.label} note={item.note} state={item.state} />
                ) : (
                  <TaskChip
                    task={item.task}
                    label={item.label}
                    state={item.state}
                    note={item.note}
                    selected={item.task === selected}
                    onSelect={onSelect}
                  />
                )}
              </li>
            ))}
          </ul>
          {lane.items.length === 0 ? <span className={styles.empty}>{lane.empty}</span> : null}
          {rest > 0 ? <span className={styles.empty}>and {rest.toLocaleString('en')} more</span> : null}
        </div>
      </div>
    </div>
  );
}
