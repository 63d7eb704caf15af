import { memo } from 'react';
import type { TaskId } from '../../../model/units';
import type { TaskState } from '../../../model/world';
import { StateWord } from '../../design/StateIcon';
import { TaskLabel } from '../../design/TaskLabel';
import { taskColour } from '../../design/taskColour';
import styles from './TaskRowView.module.css';
import { TreeRow, type TreeRowPlace } from './TreeRow';

interface TaskRowViewProps extends TreeRowPlace {
  readonly task: TaskId;
  readonly label: string;
  readonly state: TaskState;
  readonly reason: string;
  /** The reason with its times to the nanosecond. */
  readonly exactly: string;
  /** Whether asyncio started it for itself. */
  readonly ofAsyncio: boolean;
  readonly onSelect: (task: TaskId) => void;
}

/** A task in the tree. */
export const TaskRowView = memo(function TaskRowView(props: TaskRowViewProps) {
  const { task, label, state, reason, exactly, ofAsyncio, onSelect, ...place } = props;
  const name = reason === '' ? `${label} ${state}` : `${label} ${state}, ${reason}`;
  return (
    <TreeRow
      place={place}
      kind="task"
      name={ofAsyncio ? `${name}, asyncio's own` : name}
      onSelect={() => onSelect(task)}
      label={
        <>
          <span className={styles.swatch} style={{ background: taskColour(task) }} />
          <span className={styles.label}>
            <TaskLabel label={label} />
          </span>
          {ofAsyncio ? <span className={styles.own}>asyncio</span> : null}
        </>
      }
    >
      <StateWord state={state} />
      <span className={styles.reason} title={exactly}>
        {reason}
      </span>
    </TreeRow>
  );
});
