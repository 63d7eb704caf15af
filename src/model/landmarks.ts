import type { RecordingIndex } from './index/recording-index';
import type { Int32List } from './int32-list';
import { asStep, type ResourceId, type Step } from './units';
import { KIND } from './vocabulary';

/** What one may look for along a recording: an exception where it was raised, text that was written, a change of a resource. */
export type Landmark =
  | { readonly kind: 'exception' }
  | { readonly kind: 'output' }
  | { readonly kind: 'resource'; readonly resource: ResourceId };

/** Forwards or backwards in time. */
export type Way = 'next' | 'previous';

/** The nearest landmark on one side of a step, as the step right after its event; null where there is none. */
export function landmarkBeside(index: RecordingIndex, step: Step, landmark: Landmark, way: Way): Step | null {
  const event = eventBeside(index, step, landmark, way);
  return event === NONE ? null : asStep(event + 1);
}

const NONE = -1;

function eventBeside(index: RecordingIndex, step: Step, landmark: Landmark, way: Way): number {
  switch (landmark.kind) {
    case 'output':
      return besideInList(index.outputs, step, way);
    case 'exception':
      return way === 'next' ? raiseAtOrAfter(index, step) : raiseBefore(index, step - 1);
    case 'resource':
      return resourceChangeBeside(index, landmark.resource, step, way);
  }
}

/** The event of a sorted list whose step lies nearest on one side of `step`; -1 for none. */
function besideInList(events: Int32List, step: number, way: Way): number {
  if (way === 'previous') return events.lastBelow(step - 1);
  const position = events.countBelow(step);
  return position < events.length ? events.at(position) : NONE;
}

function raiseAtOrAfter(index: RecordingIndex, from: number): number {
  for (let event = from; event < index.length; event++) if (isRaise(index, event)) return event;
  return NONE;
}

function raiseBefore(index: RecordingIndex, to: number): number {
  for (let event = to - 1; event >= 0; event--) if (isRaise(index, event)) return event;
  return NONE;
}

/** Whether an exception is how an `async for` learns that nothing more comes: Python's way of saying so, and nothing that went wrong. */
export const endsAsyncFor = (text: string): boolean => text.startsWith('StopAsyncIteration(');

/** Whether an exception is raised here, and not only passes on from a call into its caller. */
function isRaise({ recording, frames }: RecordingIndex, event: number): boolean {
  if (recording.kindAt(event) !== KIND.raised || endsAsyncFor(recording.string(recording.fieldAt(event, 1)))) return false;
  let before = event - 1;
  while (before >= 0 && recording.kindAt(before) !== KIND.raised) before--;
  const passes =
    before >= 0 &&
    recording.fieldAt(before, 1) === recording.fieldAt(event, 1) &&
    frames.stackAt(before + 1)[1] === recording.fieldAt(event, 0);
  return !passes;
}

/** The first change after a step is found by halving: what is asked is only what the latest change before a step was. */
function resourceChangeBeside({ resources, length }: RecordingIndex, resource: ResourceId, step: number, way: Way): number {
  if (way === 'previous') {
    const event = resources.creation(resource) < step - 1 ? resources.latestChange(resource, step - 1) : NONE;
    return event;
  }
  const before = resources.creation(resource) < step ? resources.latestChange(resource, step) : NONE;
  if (before === NONE) return resources.creation(resource);
  if (resources.latestChange(resource, length) === before) return NONE;
  let low = step;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (resources.latestChange(resource, middle) === before) low = middle;
    else high = middle;
  }
  return resources.latestChange(resource, high);
}
