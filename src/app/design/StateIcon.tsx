import { memo } from 'react';
import type { TaskState } from '../../model/world';
import styles from './StateIcon.module.css';

/** A circle of radius 10 around the middle of the icon, which is 24 wide and high. */
const CIRCLE = 'M22 12a10 10 0 1 1-20 0a10 10 0 1 1 20 0z';

/**
 * A shape of its own for each state, so that colour is never the only sign. A single path each: a state that changes moves a line then, where
 * icons of a library would be taken away and made anew, a hundred of them in a frame while it plays.
 */
const SHAPES: Readonly<Record<TaskState, string>> = {
  ready: CIRCLE,
  running: 'M6 3.5v17l14-8.5z',
  sleeping: `${CIRCLE}M12 6v6l4 2`,
  waiting: 'M5 4h5v16h-5zM14 4h5v16h-5z',
  io: 'M3 16l4 4l4-4M7 20v-16M21 8l-4-4l-4 4M17 4v16',
  blocking: 'M8 2h8l6 6v8l-6 6h-8l-6-6v-8zM12 8v4M12 16h.01',
  done: 'M20 6l-11 11l-5-5',
  failed: 'M18 6l-12 12M6 6l12 12',
  cancelled: `${CIRCLE}M5 5l14 14`,
};

/** The icon of a task's state, in its colour. Decorative: the word stands beside it or in the name of what holds it. */
export const StateIcon = memo(function StateIcon({ state }: { readonly state: TaskState }) {
  return (
    <svg className={styles.icon} data-task-state={state} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[state]} />
    </svg>
  );
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
