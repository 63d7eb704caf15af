import type { RecordingIndex } from './index/recording-index';
import { asTaskId, type TaskId } from './units';
import { threadLabel } from './views/threads';

/** Who does something: a task by its id, a thread by its id with a minus sign, and 0 for the program or a plain callback. */
export type ActorId = number;

/** Who runs at a step. */
export function actorAt({ running }: RecordingIndex, step: number): ActorId {
  const runner = running.at(step);
  if (runner.who === 'thread') return -runner.thread;
  return runner.who === 'handle' ? runner.task : 0;
}

export const taskOfActor = (actor: ActorId): TaskId | null => (actor > 0 ? asTaskId(actor) : null);

/** What a task or a thread is called. */
export const actorName = (index: RecordingIndex, actor: ActorId): string =>
  actor < 0 ? threadLabel(index, -actor) : index.taskNames.labelOf(actor);

/** Who created a task or started a thread. */
export const creatorOf = (index: RecordingIndex, actor: ActorId): ActorId =>
  actor < 0 ? actorAt(index, index.threads.creation(-actor)) : index.tasks.creator(actor);
