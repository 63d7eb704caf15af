import type { RecordingIndex } from './index/recording-index';
import { asStep, type Step, type TaskId } from './units';

/** A context variable as a task sees it. */
export interface ContextVariable {
  readonly name: string;
  /** A short repr. */
  readonly value: string;
  /** The steps at which it got a value, or lost it, up to now; at the first the task inherited it or set it. */
  readonly changedAt: readonly Step[];
}

/**
 * What a task's context holds at a step, in the order in which it came to know the variables. Only those that the program made; what a
 * step of the task sets is seen once that step has ended.
 */
export function contextOf({ recording, contexts }: RecordingIndex, task: TaskId, step: Step): readonly ContextVariable[] {
  const variables = new Map<string, { value: string; changedAt: Step[] }>();
  for (const event of contexts.changesBefore(task, step)) {
    const name = recording.string(recording.fieldAt(event, 1));
    const variable = variables.get(name) ?? { value: '', changedAt: [] };
    variable.value = recording.string(recording.fieldAt(event, 2));
    variable.changedAt.push(asStep(event + 1));
    variables.set(name, variable);
  }
  return [...variables].flatMap(([name, { value, changedAt }]) => (value === '' ? [] : [{ name, value, changedAt }]));
}
