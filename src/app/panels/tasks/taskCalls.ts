import type { RecordingIndex } from '../../../model/index/recording-index';
import { asStep, type Step, type TaskId } from '../../../model/units';
import { stackAt } from '../../../model/views/stack';
import type { FrameView } from '../../../model/world';

/**
 * The calls under way in a task at a step, innermost first: those of what runs, if it does, else those that it had when it
 * last handed control back. Empty before it first ran.
 */
export function callsOfTask(index: RecordingIndex, task: TaskId, step: Step): readonly FrameView[] {
  if (index.running.taskAt(step) === task) return stackAt(index, step);
  const run = index.tasks.runBefore(task, step);
  return run === -1 ? [] : stackAt(index, asStep(index.running.endOfRun(run)));
}
