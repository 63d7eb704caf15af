import type { RecordingIndex } from '../index/recording-index';
import { asHandleId, asTaskId, asThreadId, type Step } from '../units';
import type { Running } from '../world';
import { handleLabel } from './handles';
import { threadLabel } from './threads';

/** What runs at a step: the program itself, a handle, or a thread; null for the loop between handles, and after the end. */
export function runningAt(index: RecordingIndex, step: Step): Running | null {
  const runner = index.running.at(step);
  switch (runner.who) {
    case 'program':
      return { handle: null, task: null, label: 'program' };
    case 'handle':
      return {
        handle: asHandleId(runner.handle),
        task: runner.task === 0 ? null : asTaskId(runner.task),
        label: runner.task === 0 ? handleLabel(index, runner.handle) : index.taskNames.labelOf(runner.task),
      };
    case 'thread':
      return { handle: null, task: null, thread: asThreadId(runner.thread), label: threadLabel(index, runner.thread) };
    case 'nobody':
      return null;
  }
}
