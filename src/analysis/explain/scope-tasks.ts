import type { RecordingIndex } from '../../model/index/recording-index';
import { KIND } from '../../model/vocabulary';
import { taskNames } from './names';
import { type Phrase, say } from './phrase';

/** The tasks of a scope that are not finished, and of how many: "2 of 4 tasks are unfinished (a and b)". */
export function unfinishedTasks(index: RecordingIndex, scope: number, step: number): Phrase {
  const { tasks } = index.scopes.stateAt(scope, step);
  const left = unfinishedOf(index, scope, step);
  if (tasks.length === 0) return say`what it was given is not done yet`;
  if (left.length === 0) return say`all its tasks are finished, but it has not been told yet`;
  if (tasks.length === 1) return say`${taskNames(index, left)} is unfinished`;
  return say`${left.length} of ${tasks.length} tasks ${left.length === 1 ? 'is' : 'are'} unfinished (${taskNames(index, left)})`;
}

/** The tasks of a scope that are not finished. */
export const unfinishedOf = (index: RecordingIndex, scope: number, step: number): readonly number[] =>
  index.scopes.stateAt(scope, step).tasks.filter((task) => !isFinished(index, task, step));

export function isFinished(index: RecordingIndex, task: number, step: number): boolean {
  const { state } = index.tasks.stateAt(task, step);
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** The scope that a task belongs to at a step, 0 for none. */
export function scopeOf({ recording, tasks }: RecordingIndex, task: number, step: number): number {
  const joined = tasks.attributeAt(task, step, KIND.scopeTask);
  return joined === -1 ? 0 : recording.fieldAt(joined, 0);
}

/** The tasks of a scope that have failed. */
export const failedTasks = (index: RecordingIndex, scope: number, step: number): readonly number[] =>
  index.scopes.stateAt(scope, step).tasks.filter((task) => index.tasks.stateAt(task, step).state === 'failed');
