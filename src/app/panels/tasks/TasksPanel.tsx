import { ListFilter, Waypoints } from 'lucide-react';
import { memo, Suspense, useMemo, useState } from 'react';
import type { World } from '../../../model/world';
import { IconButton } from '../../design/Button';
import { ChoiceMenu } from '../../design/ChoiceMenu';
import { EmptyState, Panel } from '../../design/Panel';
import { part } from '../../design/part';
import { useAppState, useSelectedTask, useWorld } from '../../store/AppContext';
import { currentRecorded } from '../../store/selectors';
import { TASKS_LEGEND } from '../legends';
import { findTask } from '../lookup';
import { isFinished } from './reason';
import { TaskDetails } from './TaskDetails';
import styles from './TasksPanel.module.css';
import { TaskTree } from './TaskTree';
import { showsTask, type TaskFilter, WHICH_TASKS } from './taskFilter';
import { type TaskRow, taskRows } from './taskTree';

/** With the library that lays it out, which nobody needs who looks at the tree. */
const WaitGraphView = part(() => import('./WaitGraphView'));

const NO_ROWS: readonly TaskRow[] = [];

/** Who waits for whom, as a tree or as a graph, and below it all about the selected task. */
export function TasksPanel() {
  const world = useWorld();
  const recorded = useAppState(currentRecorded);
  const selected = useSelectedTask();
  const [filter, setFilter] = useState<TaskFilter>({ which: 'program', query: '' });
  const [asGraph, setAsGraph] = useState(false);
  const rows = useMemo(() => (world === null ? NO_ROWS : taskRows(world, filter)), [world, filter]);
  const details = world === null || selected === null ? undefined : findTask(world, selected);
  const total = world?.tasks.length ?? 0;
  if (world === null || total === 0) {
    return (
      <Panel legend={TASKS_LEGEND} name="Tasks" note={world === null ? undefined : '0'}>
        <EmptyState>
          {world === null
            ? 'Every task, what it does and whom it waits for appear here once a program was recorded.'
            : 'No task was created yet.'}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      legend={TASKS_LEGEND}
      name="Tasks"
      note={asGraph ? graphNote(world, filter) : noteOf(world, rows)}
      actions={<Controls filter={filter} onFilter={setFilter} asGraph={asGraph} onGraph={setAsGraph} />}
    >
      <div className={styles.body}>
        {asGraph ? (
          <Suspense fallback={<EmptyState>The graph is being laid out.</EmptyState>}>
            <WaitGraphView world={world} filter={filter} />
          </Suspense>
        ) : rows.length === 0 ? (
          <EmptyState>None of the {total.toLocaleString('en')} tasks is shown: change the filter.</EmptyState>
        ) : (
          <TaskTree world={world} rows={rows} selected={selected} />
        )}
        {recorded === null || details === undefined ? null : <TaskDetails index={recorded.index} world={world} task={details} />}
      </div>
    </Panel>
  );
}

function noteOf(world: World, rows: readonly TaskRow[]): string {
  const shown = rows.filter(({ node }) => node.kind === 'task').length;
  return shown === world.tasks.length ? noteOfAll(world) : `${shown.toLocaleString('en')} of ${world.tasks.length.toLocaleString('en')}`;
}

const noteOfAll = ({ tasks }: World): string => `${tasks.length.toLocaleString('en')} · who waits for whom`;

/** The graph leaves out finished tasks: nobody waits for them any more. */
function graphNote(world: World, filter: TaskFilter): string {
  const drawn = world.tasks.filter((task) => !isFinished(task.state) && showsTask(filter, task)).length;
  return drawn === world.tasks.length
    ? noteOfAll(world)
    : `${drawn.toLocaleString('en')} of ${world.tasks.length.toLocaleString('en')} · unfinished`;
}

interface ControlsProps {
  readonly filter: TaskFilter;
  readonly onFilter: (filter: TaskFilter) => void;
  readonly asGraph: boolean;
  readonly onGraph: (asGraph: boolean) => void;
}

/** Not drawn again while playing: menus and tooltips are much to set up. */
const Controls = memo(function Controls({ filter, onFilter, asGraph, onGraph }: ControlsProps) {
  const choose = (value: string): void => {
    const which = WHICH_TASKS.find((candidate) => candidate.value === value)?.value;
    if (which !== undefined) onFilter({ ...filter, which });
  };
  return (
    <>
      <input
        type="search"
        className={styles.search}
        aria-label="Search tasks"
        placeholder="Search"
        value={filter.query}
        onChange={(event) => onFilter({ ...filter, query: event.target.value })}
      />
      <ChoiceMenu label="Which tasks" align="end" options={WHICH_TASKS} value={filter.which} onChoose={choose}>
        <IconButton label="Which tasks" variant="ghost" icon={<ListFilter size={14} aria-hidden="true" />} />
      </ChoiceMenu>
      <IconButton
        label="Show as graph"
        variant="ghost"
        aria-pressed={asGraph}
        icon={<Waypoints size={14} aria-hidden="true" />}
        onClick={() => onGraph(!asGraph)}
      />
    </>
  );
});
