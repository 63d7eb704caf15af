import type { RecordingIndex } from './index/recording-index';
import { asStep, asTaskId, type Nanoseconds, type Step, type TaskId } from './units';
import { KIND } from './vocabulary';
import { clockAt } from './world-at';

/** A value that a variable got. */
export interface VariableChange {
  /** The step right after the change. */
  readonly step: Step;
  readonly clock: Nanoseconds;
  /** Whose step made it; null for the program or a plain callback. */
  readonly task: TaskId | null;
  /** A short repr; empty when the variable was unbound. */
  readonly value: string;
}

/** Whose variable it is: the qualified name of a function, "<module>" for a file's own. */
export interface VariableScope {
  readonly file: string;
  readonly function: string;
}

/** Every change of a variable in all calls of a function, in the order in which they happened. Reads the whole recording once. */
export function variableHistory(index: RecordingIndex, scope: VariableScope, name: string): readonly VariableChange[] {
  const { recording, frames, running } = index;
  const changes: VariableChange[] = [];
  for (let event = 0; event < index.length; event++) {
    if (recording.kindAt(event) !== KIND.local || recording.string(recording.fieldAt(event, 1)) !== name) continue;
    const call = frames.callOf(recording.fieldAt(event, 0));
    if (recording.string(recording.fieldAt(call, 2)) !== scope.function || recording.string(recording.fieldAt(call, 3)) !== scope.file)
      continue;
    const step = asStep(event + 1);
    const task = running.taskAt(event);
    changes.push({
      step,
      clock: clockAt(index, step),
      task: task === 0 ? null : asTaskId(task),
      value: recording.string(recording.fieldAt(event, 2)),
    });
  }
  return changes;
}
