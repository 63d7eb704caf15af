import { ArrowDownUp, Ban, Check, Circle, Clock, type LucideIcon, OctagonAlert, Pause, Play, X } from 'lucide-react';
import { memo } from 'react';
import type { TaskState } from '../../model/world';
import styles from './StateIcon.module.css';

/** A shape of its own for each state, so that colour is never the only sign. */
const SHAPES: { readonly [S in TaskState]: LucideIcon } = {
  ready: Circle,
  running: Play,
  sleeping: Clock,
  waiting: Pause,
  io: ArrowDownUp,
  blocking: OctagonAlert,
  done: Check,
  failed: X,
  cancelled: Ban,
};

/** The icon of a task's state, in its colour. Decorative: the word stands beside it or in the name of what holds it. */
export const StateIcon = memo(function StateIcon({ state }: { readonly state: TaskState }) {
  const Shape = SHAPES[state];
  return <Shape className={styles.icon} data-task-state={state} size={12} strokeWidth={2.75} aria-hidden="true" />;
});

/** Icon and word of a state. */
export const StateWord = memo(function StateWord({ state }: { readonly state: TaskState }) {
  return (
    <span className={styles.word} data-task-state={state}>
      <StateIcon state={state} />
      {state === 'io' ? 'I/O' : state}
    </span>
  );
});
