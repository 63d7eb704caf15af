import { memo } from 'react';
import type { TaskId } from '../../../model/units';
import type { TaskState } from '../../../model/world';
import { StateWord } from '../../design/StateIcon';
import { TaskLabel } from '../../design/TaskLabel';
import { taskColour } from '../../design/taskColour';
import styles from './TaskRowView.module.css';

interface TaskRowViewProps {
  readonly id: string;
  readonly task: TaskId;
  readonly label: string;
  readonly state: TaskState;
  readonly reason: string;
  readonly level: number;
  /** One character a level: "1" where a guide line goes on below this row, "0" where it ends. */
  readonly guides: string;
  readonly awaited: boolean;
  readonly position: number;
  readonly siblings: number;
  readonly selected: boolean;
  /** Whether the keyboard stands on it. */
  readonly focused: boolean;
  readonly onSelect: (task: TaskId) => void;
}

/** A row of the tree. Its props are plain values, so that a row that says the same is not drawn again while playing. */
export const TaskRowView = memo(function TaskRowView(props: TaskRowViewProps) {
  const { id, task, label, state, reason, level, guides, awaited, position, siblings, selected, focused, onSelect } = props;
  const name = reason === '' ? `${label} ${state}` : `${label} ${state}, ${reason}`;
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className={styles.row}
      aria-label={name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      data-focused={focused}
      onClick={() => onSelect(task)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSelect(task);
      }}
    >
      <span className={styles.task}>
        <Guides guides={guides} awaited={awaited} />
        <span className={styles.swatch} style={{ background: taskColour(task) }} />
        <span className={styles.label}>
          <TaskLabel label={label} />
        </span>
      </span>
      <StateWord state={state} />
      <span className={styles.reason} title={reason}>
        {reason}
      </span>
    </div>
  );
});

/** Deeper levels than this are drawn at this depth; their number is still in `aria-level`. */
const MOST_GUIDES = 8;

function Guides({ guides, awaited }: { readonly guides: string; readonly awaited: boolean }) {
  return shapesOf(guides).map(({ level, shape, own }) => (
    <span key={level} className={styles.guide} data-shape={shape} data-awaited={own && awaited} />
  ));
}

function shapesOf(guides: string): readonly { readonly level: number; readonly shape: string; readonly own: boolean }[] {
  const drawn = [...guides.slice(-MOST_GUIDES)];
  return drawn.map((passes, level) => {
    const own = level === drawn.length - 1;
    return { level, own, shape: own ? (passes === '1' ? 'tee' : 'corner') : passes === '1' ? 'line' : 'gap' };
  });
}
