import { memo } from 'react';
import styles from './TaskLabel.module.css';

/** A task's label, cut in its middle where room is short: the number at its end tells it from its siblings. */
export const TaskLabel = memo(function TaskLabel({ label }: { readonly label: string }) {
  const [, head = label, tail = ''] = /^(.+?)(-\d+)$/.exec(label) ?? [];
  return (
    <span className={styles.label} title={label}>
      <span className={styles.head}>{head}</span>
      {tail === '' ? null : <span>{tail}</span>}
    </span>
  );
});
