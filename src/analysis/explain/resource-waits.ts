import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { ResourceState } from '../../model/index/resource-history';
import { shareOf } from '../../model/share';
import type { Part } from './explanation';
import { resourceKind, resourceName, taskNames } from './names';
import { count, ordinal, type Phrase, say, term } from './phrase';

/** What a task asks of a resource, why it cannot have it now, and that it waits: "a asks for a permit of sem. Both are taken, by b and c, so it joins the waiters". */
export function waitForResource(index: RecordingIndex, event: EventOf<'suspend'>, task: Part): Phrase {
  const after = event.index + 1;
  const resource = event.target;
  const name = resourceName(index, resource);
  const state = index.resources.stateAt(resource, after);
  const ahead = tasksAhead(index, state, event);
  const joins = ahead.length === 0 ? say`it joins the waiters` : say`it joins the waiters, behind ${taskNames(index, ahead)},`;
  switch (event.reason) {
    case 'get':
      return say`${task} asks the ${term('queue')} ${name} for an item. ${state.items.length === 0 ? 'There is none' : 'What is in it goes to those who came before'}, so ${joins}`;
    case 'put':
      return say`${task} wants to put an item into ${name}. ${state.items.length >= state.capacity ? fullness(state.capacity) : 'The free slots go to those who came before'}, so ${joins}`;
    case 'join':
      return say`${task} waits until all items of ${name} are done. Without a task_done so far: ${state.unfinished}. So ${joins}`;
    case 'wait':
      return waitFor(index, event, task, state, joins);
    default:
      return say`${request(index, resource, task)}. ${takenBy(index, resource, state)}, so ${joins}`;
  }
}

function waitFor(index: RecordingIndex, { target }: EventOf<'suspend'>, task: Part, state: ResourceState, joins: Phrase): Phrase {
  const name = resourceName(index, target);
  switch (resourceKind(index, target)) {
    case 'Event':
      return say`${task} waits for the ${term('event')} ${name}. It is not set, so ${joins}`;
    case 'Barrier':
      return say`${task} is the ${ordinal(state.value)} of ${state.capacity} to arrive at the ${term('barrier')} ${name}. It waits for the others`;
    case 'Condition':
      return say`${task} waits until somebody notifies ${name}${state.lock === 0 ? '' : say`, and gives ${resourceName(index, state.lock)} back meanwhile`}. So ${joins}`;
    default:
      return say`${task} waits for ${name}. So ${joins}`;
  }
}

function request(index: RecordingIndex, resource: number, task: Part): Phrase {
  const name = resourceName(index, resource);
  return isSemaphore(index, resource)
    ? say`${task} asks for a ${term('permit')} of ${name}`
    : say`${task} asks for the ${term('lock')} ${name}`;
}

/** Why nothing is to be had: "Both are taken, by a and b", "It is held by a". */
function takenBy(index: RecordingIndex, resource: number, { value, capacity, holders }: ResourceState): Phrase {
  const owners = taskNames(index, [...new Set(holders)]);
  if (!isSemaphore(index, resource)) return holders.length === 0 ? say`It is promised to who came before` : say`It is held by ${owners}`;
  if (value > 0) return say`What is free goes to those who came before`;
  if (holders.length === 0) return say`None is free`;
  if (holders.length < capacity) return say`None is free, ${owners} ${holders.length === 1 ? 'has one' : 'have some'}`;
  const all = capacity === 1 ? 'The only one is' : capacity === 2 ? 'Both are' : `All ${capacity} are`;
  return say`${all} taken, by ${owners}`;
}

export function isSemaphore(index: RecordingIndex, resource: number): boolean {
  return shareOf(resourceKind(index, resource)) !== null;
}

const fullness = (capacity: number): string =>
  `${capacity === 1 ? 'Its only slot is' : capacity === 2 ? 'Both slots are' : `All ${count(capacity, 'slot')} are`} taken`;

/** Those who wait for the same thing and came before the task of a `suspend` event. */
function tasksAhead({ recording }: RecordingIndex, { waiters }: ResourceState, event: EventOf<'suspend'>): readonly number[] {
  const earlier = waiters.filter((other) => other < event.index && recording.event(other).type === 'suspend');
  return earlier
    .filter((other) => recording.fieldAt(other, 1) === recording.fieldAt(event.index, 1))
    .map((other) => recording.fieldAt(other, 0));
}
