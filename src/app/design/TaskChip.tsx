import { memo } from 'react';
import type { TaskId } from '../../model/units';
import type { TaskState } from '../../model/world';
import { StateIcon } from './StateIcon';
import styles from './TaskChip.module.css';
import { TaskLabel } from './TaskLabel';
import { taskColour } from './taskColour';

interface TaskChipProps {
  readonly task: TaskId;
  readonly label: string;
  /** Tints the chip and adds the state's icon; without it the chip is neutral. */
  readonly state?: TaskState | undefined;
  /** A few words after the label: "in 0.300 s", "first step". */
  readonly note?: string | undefined;
  /** Whether the task has hold of what the chip is drawn in, rather than waiting for it. */
  readonly held?: boolean;
  readonly selected: boolean;
  readonly onSelect: (task: TaskId) => void;
}

/** A task wherever it is named outside the tree: its swatch, label and a note. Pressing it selects the task. */
export const TaskChip = memo(function TaskChip({ task, label, state, note, held = false, selected, onSelect }: TaskChipProps) {
  return (
    <button
      type="button"
      className={styles.chip}
      data-task-state={state}
      data-held={held}
      aria-label={note === undefined ? label : `${label}, ${note}`}
      aria-pressed={selected}
      onClick={() => onSelect(task)}
    >
      <span className={styles.swatch} style={{ background: taskColour(task) }} />
      <span className={styles.label}>
        <TaskLabel label={label} />
      </span>
      {state === undefined ? null : <StateIcon state={state} />}
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </button>
  );
});

/** What stands in a lane and is no task: a plain callback, or the program itself. */
export function PlainChip({
  label,
  note,
  state,
}: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly state?: TaskState | undefined;
}) {
  return (
    <span className={styles.chip} data-task-state={state}>
      <span className={styles.plain} title={label}>
        {label}
      </span>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </span>
  );
}
