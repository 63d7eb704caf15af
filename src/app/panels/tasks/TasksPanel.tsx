import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { TaskId } from '../../../model/units';
import { EmptyState, Panel } from '../../design/Panel';
import { VirtualRows } from '../../design/VirtualRows';
import { useApp, useSelectedTask, useWorld } from '../../store/AppContext';
import { taskReason } from './reason';
import { TaskRowView } from './TaskRowView';
import styles from './TasksPanel.module.css';
import { type TaskRow, taskRows } from './taskTree';

const NO_ROWS: readonly TaskRow[] = [];

/** The tasks as a tree of who waits for whom, each with its state and the reason for it. */
export function TasksPanel() {
  const world = useWorld();
  const { actions } = useApp();
  const selected = useSelectedTask();
  const [focused, setFocused] = useState<TaskId | null>(null);
  const treeId = useId();
  const rows = useMemo(() => (world === null ? NO_ROWS : taskRows(world)), [world]);
  if (world === null || rows.length === 0) {
    return (
      <Panel name="Tasks" note={world === null ? undefined : '0'}>
        <EmptyState>
          {world === null
            ? 'Every task, what it does and whom it waits for appear here once a program was recorded.'
            : 'No task was created yet.'}
        </EmptyState>
      </Panel>
    );
  }
  const current = rows.findIndex((row) => row.view.task === (focused ?? selected));
  const rowId = (task: TaskId): string => `${treeId}-${task}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event.key, current, rows);
    if (target !== undefined) {
      event.preventDefault();
      setFocused(target.view.task);
    } else if (event.key === 'Enter' && rows[current] !== undefined) {
      event.preventDefault();
      actions.selectTask(rows[current].view.task);
    }
  };
  const active = rows[current];
  return (
    <Panel name="Tasks" note={`${rows.length.toLocaleString('en')} · who waits for whom`}>
      <div
        className={styles.tree}
        role="tree"
        aria-label="Tasks"
        tabIndex={0}
        aria-activedescendant={active === undefined ? undefined : rowId(active.view.task)}
        onKeyDown={onKeyDown}
        onBlur={() => setFocused(null)}
      >
        <VirtualRows
          count={rows.length}
          rowHeight={ROW_HEIGHT}
          reveal={current}
          keyOf={(index) => rows[index]?.view.task ?? index}
          render={(index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { view } = row;
            return (
              <TaskRowView
                id={rowId(view.task)}
                task={view.task}
                label={view.label}
                state={view.state}
                reason={taskReason(world, view)}
                level={row.level}
                guides={guideKey(row.guides)}
                awaited={row.awaited}
                position={row.position}
                siblings={row.siblings}
                selected={view.task === selected}
                focused={view.task === focused}
                onSelect={actions.selectTask}
              />
            );
          }}
        />
      </div>
    </Panel>
  );
}

const ROW_HEIGHT = 28;

/** Guides as a string, so that an unchanged row has unchanged props. */
const guideKey = (guides: readonly boolean[]): string => guides.map((passes) => (passes ? '1' : '0')).join('');

function keyTarget(key: string, current: number, rows: readonly TaskRow[]): TaskRow | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(current + 1, rows.length - 1)];
    case 'ArrowUp':
      return rows[Math.max(current - 1, 0)];
    case 'PageDown':
      return rows[Math.min(current + 10, rows.length - 1)];
    case 'PageUp':
      return rows[Math.max(current - 10, 0)];
    default:
      return undefined;
  }
}
