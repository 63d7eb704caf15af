import type { RecordingIndex } from '../index/recording-index';
import { asHandleId, asStep, asTaskId, type Nanoseconds, type Step } from '../units';
import { type HandleCause, KIND, WORDS } from '../vocabulary';
import type { HandleView } from '../world';

/** The ready queue at a step, next first, without cancelled handles. */
export function readyAt(index: RecordingIndex, step: Step): readonly HandleView[] {
  return index.handles.readyAt(step).map((handle) => handleView(index, step, handle));
}

/** The timers at a step that are neither due nor cancelled, earliest first; those of the same time in order of creation. */
export function timersAt(index: RecordingIndex, step: Step): readonly HandleView[] {
  const timers = index.handles.timersAt(step).map((handle) => handleView(index, step, handle));
  return timers.sort((one, other) => (one.when ?? 0) - (other.when ?? 0) || one.handle - other.handle);
}

/** The callback's name. */
export function handleLabel({ recording, handles }: RecordingIndex, handle: number): string {
  return recording.string(recording.fieldAt(handles.creation(handle), 3));
}

/** The time of a timer's handle; null for a handle that never was a timer. */
export function timeOfHandle({ recording, handles }: RecordingIndex, handle: number): Nanoseconds | null {
  const creation = handles.creation(handle);
  return recording.kindAt(creation) === KIND.timer ? recording.timeAt(creation, 1) : null;
}

function handleView(index: RecordingIndex, step: Step, handle: number): HandleView {
  const creation = index.handles.creation(handle);
  const task = taskOfHandle(index, step, handle);
  const creator = index.running.taskAt(creation);
  return {
    handle: asHandleId(handle),
    task: task === 0 ? null : asTaskId(task),
    label: handleLabel(index, handle),
    cause: causeOfHandle(index, step, handle),
    when: timeOfHandle(index, handle),
    scheduledBy: creator === 0 ? null : asTaskId(creator),
    scheduledAt: asStep(creation + 1),
  };
}

/** The task that a handle steps, or that sleeps until this timer. */
function taskOfHandle({ recording, handles }: RecordingIndex, step: Step, handle: number): number {
  const sleep = handles.sleepAt(handle, step);
  return sleep === -1 ? handles.steppedTask(handle) : recording.fieldAt(sleep, 0);
}

/** Why a handle is in the ready queue. A timer that is due is there to call back. */
function causeOfHandle({ recording, handles }: RecordingIndex, step: Step, handle: number): HandleCause | null {
  const creation = handles.creation(handle);
  if (recording.kindAt(creation) === KIND.timer) return handles.hasEntered(handle, step) ? 'callback' : null;
  return WORDS.handleCause[recording.fieldAt(creation, 2)] ?? null;
}
