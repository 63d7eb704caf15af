import type { RecordingIndex } from '../index/recording-index';
import { asStep, asThreadId, asWorkId, type Step } from '../units';
import { KIND } from '../vocabulary';
import type { ThreadView, WorkView } from '../world';

/** The `text` of a `threadWait` in `time.sleep`, and in a pool's worker that has nothing to do. */
const SLEEP = 'sleep';
const NO_WORK = 'work';

/** All threads started before a step, in order of their start. */
export function threadsAt(index: RecordingIndex, step: Step): readonly ThreadView[] {
  return Array.from({ length: index.threads.countAt(step) }, (_, position) => {
    const thread = position + 1;
    return threadView(index, thread, index.threads.latestChange(thread, step));
  });
}

/** What a thread is called: its name, else what it runs. */
export function threadLabel({ recording, threads }: RecordingIndex, thread: number): string {
  const creation = threads.creation(thread);
  const name = recording.string(recording.fieldAt(creation, 1)) || recording.string(recording.fieldAt(creation, 2));
  return name === '' ? `thread ${thread}` : name;
}

/** A thread as its latest change has left it. */
export function threadView(index: RecordingIndex, thread: number, change: number): ThreadView {
  const { recording } = index;
  const kind = recording.kindAt(change);
  const call = kind === KIND.threadWait ? recording.string(recording.fieldAt(change, 1)) : null;
  return {
    thread: asThreadId(thread),
    label: threadLabel(index, thread),
    function: recording.string(recording.fieldAt(index.threads.creation(thread), 2)),
    state: STATES.get(kind) ?? (call === SLEEP ? 'sleeping' : call === NO_WORK ? 'idle' : 'waiting'),
    call,
    until: call === null || recording.fieldAt(change, 2) === -1 ? null : recording.timeAt(change, 2),
    since: asStep(change + 1),
  };
}

const STATES: ReadonlyMap<number, ThreadView['state']> = new Map([
  [KIND.thread, 'ready'],
  [KIND.threadRun, 'running'],
  [KIND.threadDone, 'done'],
]);

/** The calls given to pools before a step that are not over, in order. */
export function worksAt(index: RecordingIndex, step: Step): readonly WorkView[] {
  const works: WorkView[] = [];
  for (let work = 1; work <= index.threads.workCountAt(step); work++) {
    const change = index.threads.latestChangeOfWork(work, step);
    const kind = index.recording.kindAt(change);
    if (kind === KIND.workDone) continue;
    const thread = kind === KIND.workBegun ? index.recording.fieldAt(change, 1) : 0;
    works.push({ work: asWorkId(work), label: workLabel(index, work), thread: thread === 0 ? null : asThreadId(thread) });
  }
  return works;
}

/** The function that a pool was given, by its name. */
export function workLabel({ recording, threads }: RecordingIndex, work: number): string {
  const name = recording.string(recording.fieldAt(threads.creationOfWork(work), 1));
  return name === '' ? `call ${work}` : name;
}
