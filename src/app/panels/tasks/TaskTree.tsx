import { type KeyboardEvent, useId, useState } from 'react';
import { formatSeconds, type TaskId } from '../../../model/units';
import type { World } from '../../../model/world';
import { VirtualRows } from '../../design/VirtualRows';
import { useActions, useAppState } from '../../store/AppContext';
import { isRushing } from '../../store/selectors';
import { actorLabel } from '../lookup';
import { scopeNote, taskReason } from './reason';
import { ScopeRowView } from './ScopeRowView';
import { TaskRowView } from './TaskRowView';
import styles from './TaskTree.module.css';
import type { TreeRowPlace } from './TreeRow';
import { isOfAsyncio } from './taskFilter';
import type { RowKey, TaskRow } from './taskTree';

declare module 'react' {
  interface CSSProperties {
    /** How wide the names of tasks are: see TreeRow.module.css. */
    readonly '--names'?: string;
  }
}

interface TaskTreeProps {
  readonly world: World;
  readonly rows: readonly TaskRow[];
  readonly selected: TaskId | null;
}

/** The tree itself. It has one place in the tab order; arrow keys move in it, Enter selects. */
export function TaskTree({ world, rows, selected }: TaskTreeProps) {
  const actions = useActions();
  const rushing = useAppState(isRushing);
  const [focused, setFocused] = useState<RowKey | null>(null);
  const treeId = useId();
  const rowId = (key: RowKey): string => `${treeId}-${key}`;
  const current = rows.findIndex((row) => row.key === (focused ?? selected));
  const active = rows[current];
  const select = (row: TaskRow): void => {
    if (row.node.kind === 'task') actions.selectTask(row.node.view.task);
    else if (row.node.view.place !== null) actions.selectLine(row.node.view.place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event.key, current, rows);
    if (target !== undefined) {
      event.preventDefault();
      setFocused(target.key);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      select(active);
    }
  };
  return (
    <div className={styles.tree} style={{ '--names': `${widthOfNames(rows)}px` }}>
      <VirtualRows
        box={{
          role: 'tree',
          'aria-label': 'Tasks',
          'aria-activedescendant': active === undefined ? undefined : rowId(active.key),
          onKeyDown,
          onBlur: () => setFocused(null),
        }}
        count={rows.length}
        rowHeight={ROW_HEIGHT}
        drawAll={50}
        passing={rushing}
        reveal={current}
        keyOf={(index) => rows[index]?.key ?? index}
        render={(index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place: TreeRowPlace = {
            id: rowId(row.key),
            level: row.level,
            guides: guideKey(row.guides),
            awaited: row.awaited,
            position: row.position,
            siblings: row.siblings,
            selected: row.key === selected,
            focused: row.key === focused,
          };
          const { node } = row;
          if (node.kind === 'scope') {
            return (
              <ScopeRowView
                {...place}
                kind={node.view.kind}
                owner={actorLabel(world, node.view.owner)}
                note={scopeNote(world, node.view)}
                site={node.view.place}
                onGoTo={actions.selectLine}
              />
            );
          }
          const { task, label, state } = node.view;
          return (
            <TaskRowView
              {...place}
              task={task}
              label={label}
              state={state}
              reason={taskReason(world, node.view)}
              exactly={taskReason(world, node.view, formatSeconds)}
              ofAsyncio={isOfAsyncio(node.view)}
              onSelect={actions.selectTask}
            />
          );
        }}
      />
    </div>
  );
}

const ROW_HEIGHT = 28;

/** Pixels: a character of a name, the guide line of a level, and what else stands beside a name. */
const [CHARACTER, LEVEL, BESIDE] = [7.6, 16, 18];

/** What the longest name takes with the lines that lead to it: reckoned, because rows out of view are not drawn. */
function widthOfNames(rows: readonly TaskRow[]): number {
  return rows.reduce((widest, { node, guides }) => {
    const name = node.kind === 'task' ? node.view.label : node.view.kind;
    const own = node.kind === 'task' && isOfAsyncio(node.view) ? 60 : 0;
    return Math.max(widest, Math.ceil(BESIDE + guides.length * LEVEL + name.length * CHARACTER + own));
  }, 0);
}

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
