import type { RecordingIndex } from '../../model/index/recording-index';
import { asResourceId, asTaskId, type Step } from '../../model/units';
import { handleLabel } from '../../model/views/handles';
import { placeOfSite } from '../../model/views/place';
import { threadLabel } from '../../model/views/threads';
import type { ResourceKind } from '../../model/vocabulary';
import { WORDS } from '../../model/vocabulary';
import type { Part } from './explanation';
import { code, listed, type Phrase, say } from './phrase';

/** A task by its label. */
export const taskName = (index: RecordingIndex, task: number): Part => ({
  kind: 'task',
  task: asTaskId(task),
  label: index.taskNames.labelOf(task),
});

/** "a, b and c". Task 0 is the program itself. */
export const taskNames = (index: RecordingIndex, tasks: readonly number[]): Phrase =>
  listed(tasks.map((task) => (task === 0 ? say`the program` : taskName(index, task))));

/** A resource by the name the user gave it. */
export const resourceName = ({ recording, resources }: RecordingIndex, resource: number): Part => ({
  kind: 'resource',
  resource: asResourceId(resource),
  name: recording.string(recording.fieldAt(resources.creation(resource), 2)),
});

export const resourceKind = ({ recording, resources }: RecordingIndex, resource: number): ResourceKind =>
  WORDS.resourceKind[recording.fieldAt(resources.creation(resource), 1)] ?? 'Lock';

/** A thread by its name. */
export const threadName = (index: RecordingIndex, thread: number): Phrase => say`the thread ${code(threadLabel(index, thread))}`;

/** " at main.py:12", or nothing where no place in the user's files is known. */
export function atSite(index: RecordingIndex, site: number): Phrase {
  const place = placeOfSite(index.recording.string(site));
  return place === null ? [] : say` at ${{ kind: 'place', place }}`;
}

/** What an I/O is; 0 is one that nothing is known of. */
export const ioLabel = ({ recording, io }: RecordingIndex, id: number): Phrase =>
  id === 0 ? say`an answer from outside` : say`${code(recording.string(recording.fieldAt(io.beginning(id), 3)))}`;

/** Who does something: the task or callback that runs at a step, the program itself, or the loop. */
export function actor(index: RecordingIndex, step: Step): Phrase {
  const runner = index.running.at(step);
  switch (runner.who) {
    case 'program':
      return say`the program`;
    case 'nobody':
      return say`the loop`;
    case 'thread':
      return threadName(index, runner.thread);
    case 'handle':
      return runner.task === 0 ? say`the callback ${code(handleLabel(index, runner.handle))}` : [taskName(index, runner.task)];
  }
}

/** The label of the callback that runs at a step; null if something else runs. */
export function runningCallback(index: RecordingIndex, step: Step): string | null {
  const runner = index.running.at(step);
  return runner.who === 'handle' && runner.task === 0 ? handleLabel(index, runner.handle) : null;
}
