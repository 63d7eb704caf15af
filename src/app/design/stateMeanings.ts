import type { TaskState } from '../../model/world';

/** What it means for a task to be in a state, as legends say it. */
export const STATE_MEANINGS: { readonly [S in TaskState]: string } = {
  running: 'has control: its code runs now',
  ready: 'could run, and waits for its turn',
  sleeping: 'waits for a timer',
  waiting: 'waits for a lock, a queue, another task or a future',
  io: 'waits for the network, a database or a thread',
  blocking: 'runs without giving control back, so that nobody else can run',
  done: 'returned',
  failed: 'ended with an exception',
  cancelled: 'was cancelled',
};
