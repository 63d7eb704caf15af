import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import type { ResourceKind } from '../../model/vocabulary';
import * as connections from './connection-events';
import type { Part } from './explanation';
import { actor, resourceKind, resourceName, taskName, taskNames } from './names';
import { count, type Phrase, say, sentences, term } from './phrase';
import { wokenJustNow } from './queued';
import { isSemaphore } from './resource-waits';
import { latestSuspension } from './waits';

/** What each kind of resource is for, after "creates sem, a Semaphore". */
const PURPOSE: { readonly [K in ResourceKind]: Phrase } = {
  Lock: say`only one task can hold it at a time`,
  Event: say`tasks wait in front of it until somebody sets it`,
  Condition: say`tasks wait for it until another one notifies them of a change`,
  Semaphore: say`it gives out a limited number of ${[term('permit')]}s`,
  BoundedSemaphore: say`it gives out a limited number of ${[term('permit')]}s, and never takes back more than it gave`,
  ConnectionPool: say`it lends a limited number of connections, each to one task at a time`,
  Barrier: say`tasks wait at it until enough of them have arrived`,
  Queue: say`some tasks put items into it, others take them out, first in, first out`,
  PriorityQueue: say`some tasks put items into it, others take them out, the smallest first`,
  LifoQueue: say`some tasks put items into it, others take them out, last in, first out`,
  Server: say`whoever connects to it gets a connection of its own`,
  Connection: say`bytes go through it both ways, in order`,
  Session: say`requests share what it knows and its connections`,
};

export function resource(index: RecordingIndex, event: EventOf<'resource'>): Phrase {
  const article = event.kind === 'Event' ? 'an' : 'a';
  const who = actor(index, asStep(event.index));
  return say`${who} creates ${resourceName(index, event.resource)}, ${article} ${event.kind}: ${PURPOSE[event.kind]}.`;
}

export function resourceLock(index: RecordingIndex, event: EventOf<'resourceLock'>): Phrase {
  const [condition, lock] = [resourceName(index, event.resource), resourceName(index, event.lock)];
  return say`the ${term('condition')} ${condition} uses the ${term('lock')} ${lock}: whoever waits for it or notifies others must hold that lock.`;
}

export function acquired(index: RecordingIndex, event: EventOf<'acquired'>): Phrase {
  const name = resourceName(index, event.resource);
  const who: Phrase = event.task === 0 ? say`the program` : [taskName(index, event.task)];
  const waited = hasWaited(index, event);
  if (!isSemaphore(index, event.resource)) {
    const takes = waited
      ? say`${who} gets the ${term('lock')} ${name}, for which it has waited.`
      : say`${who} takes the ${term('lock')} ${name}, which is free.`;
    return sentences(takes, say`Whoever wants it now has to wait.`);
  }
  if (waited) return say`${who} gets a ${term('permit')} of ${name}, for which it has waited.`;
  const { capacity, value } = index.resources.stateAt(event.resource, event.index);
  const taken = capacity - value + 1;
  const takes = say`${who} takes a ${term('permit')} of ${name} without having to wait.`;
  return sentences(takes, taken < 1 ? null : say`Now ${taken} of ${capacity} ${taken === 1 ? 'is' : 'are'} taken.`);
}

/** Whether a task got something only after it had waited for it: it has run no line since. */
function hasWaited(index: RecordingIndex, { task, resource: wanted, index: event }: EventOf<'acquired'>): boolean {
  if (task === 0) return false;
  const suspension = latestSuspension(index, task, asStep(event));
  if (suspension?.reason !== 'acquire' || suspension.target !== wanted) return false;
  const runs = index.running.at(event);
  const resumed = runs.who === 'handle' ? runs.event : event;
  return resumed > index.tasks.suspensionAt(task, event) && index.lines.lastBelow(event) < resumed;
}

export function released(index: RecordingIndex, event: EventOf<'released'>): Phrase {
  const name = resourceName(index, event.resource);
  const who: Phrase = event.task === 0 ? say`the program` : [taskName(index, event.task)];
  const { holders, waiters } = index.resources.stateAt(event.resource, event.index);
  const held = holders.includes(event.task);
  const thing = isSemaphore(index, event.resource)
    ? say`${held ? 'its' : 'a'} ${term('permit')} of ${name}`
    : say`the ${term('lock')} ${name}`;
  const gives = held ? say`${who} gives ${thing} back.` : say`${who} releases ${thing}, though it has taken none itself.`;
  const woken = wokenJustNow(index, event.index);
  if (woken !== 0) return sentences(gives, say`${taskName(index, woken)} has waited for it and can have it.`);
  return sentences(gives, waiters.length === 0 ? say`Nobody is waiting for it.` : null);
}

export function notified(index: RecordingIndex, event: EventOf<'notified'>): Phrase {
  const { waiters, lock } = index.resources.stateAt(event.resource, event.index);
  const waiting = waiters.map((suspension) => index.recording.fieldAt(suspension, 0));
  const woken = event.count === -1 ? waiting : waiting.slice(0, event.count);
  const name = resourceName(index, event.resource);
  const says = say`${actor(index, asStep(event.index))} notifies ${event.count === -1 ? 'all who wait for ' : ''}${name}`;
  if (woken.length === 0) return say`${says}, but nobody waits for it, so nothing happens.`;
  const next = lock === 0 ? say`the lock` : say`the lock ${resourceName(index, lock)}`;
  const others = waiting.length - woken.length;
  return sentences(
    say`${says}: ${taskNames(index, woken)} ${woken.length === 1 ? 'wakes' : 'wake'}, and will first need ${next}.`,
    others === 0 ? null : say`${count(others, 'other')} will wait on.`,
  );
}

export function level(index: RecordingIndex, event: EventOf<'level'>): Phrase {
  const { resource: id, index: at } = event;
  const name = resourceName(index, id);
  const before = index.resources.stateAt(id, at);
  const isNew = index.resources.creation(id) === at - 1 || (before.lock !== 0 && index.resources.creation(id) === at - 2);
  return isNew ? beginning(index, event, name) : change(index, event, name);
}

/** A resource's numbers right after its creation. */
function beginning(index: RecordingIndex, event: EventOf<'level'>, name: Part): Phrase {
  const { resource: id, value, capacity } = event;
  switch (resourceKind(index, id)) {
    case 'Lock':
      return say`${name} is free: the first task that asks for it will get it at once.`;
    case 'Event':
      return say`${name} is not set: whoever waits for it will have to wait.`;
    case 'Condition':
      return say`nobody waits for ${name} yet.`;
    case 'Semaphore':
    case 'BoundedSemaphore':
      return say`${name} is a ${term('semaphore')} with ${count(value, 'permit')}: that many tasks can have one at the same time.`;
    case 'ConnectionPool':
      return say`${name} has ${count(value, 'connection')} to lend: that many tasks can have one at the same time.`;
    case 'Barrier':
      return say`${name} opens when ${count(capacity, 'task')} have arrived; so far ${value} have.`;
    case 'Queue':
    case 'PriorityQueue':
    case 'LifoQueue':
      return capacity > 0
        ? say`${name} is empty and has room for ${count(capacity, 'item')}: when it is full, put waits.`
        : say`${name} is empty, and its size has no limit: put never waits.`;
    case 'Server':
    case 'Connection':
    case 'Session':
      return change(index, event, name);
  }
}

/** What has changed about a resource's numbers. */
function change(index: RecordingIndex, event: EventOf<'level'>, name: Part): Phrase {
  const { resource: id, value, capacity, unfinished } = event;
  const before = index.resources.stateAt(id, event.index);
  const waiting = before.waiters.map((suspension) => index.recording.fieldAt(suspension, 0));
  const who = actor(index, asStep(event.index));
  switch (resourceKind(index, id)) {
    case 'Lock':
      return value === 1 ? say`${name} is locked now.` : say`${name} is free now.`;
    case 'Event':
      if (value === 0) return say`${who} clears ${name}: from now on, whoever waits for it has to wait again.`;
      return say`${who} sets ${name}: ${waiting.length === 0 ? say`nobody is waiting for it, and nobody will have to` : say`${taskNames(index, waiting)} can go on`}.`;
    case 'Condition':
      return say`${name} has ${count(waiting.length, 'task')} waiting for it.`;
    case 'Semaphore':
    case 'BoundedSemaphore':
      if (value === 0) return say`${name} has no permit left: whoever asks for one now has to wait.`;
      if (value > capacity) return say`${name} has ${count(value, 'permit')} to give, more than it began with.`;
      return say`${name} has ${capacity === 1 ? 'its permit' : `${value} of its ${capacity} permits`} to give.`;
    case 'ConnectionPool':
      if (value === 0) return say`${name} has no connection left: whoever asks for one now has to wait.`;
      return say`${name} has ${value} of its ${count(capacity, 'connection')} to lend.`;
    case 'Barrier':
      return barrierChange(event, before.value, name);
    case 'Queue':
    case 'PriorityQueue':
    case 'LifoQueue':
      if (value === before.value && unfinished < before.unfinished) return taskDoneCalled(index, event, who, name);
      return say`${name} holds ${value === 0 ? 'nothing' : count(value, 'item')} now${fill(value, capacity)}.`;
    case 'Server':
      return connections.serverChange(index, event, name);
    case 'Connection':
      return connections.connectionChange(index, event, name);
    case 'Session':
      return connections.sessionChange(event, name);
  }
}

function barrierChange({ value, capacity }: EventOf<'level'>, before: number, name: Part): Phrase {
  if (value === capacity) return say`all ${capacity} have arrived at ${name}: it opens, and everybody goes on.`;
  if (value > before) return say`${value} of ${capacity} have arrived at ${name}.`;
  return value === 0
    ? say`everybody has left ${name}: it can be used again.`
    : say`${count(value, 'task')} ${value === 1 ? 'has' : 'have'} yet to leave ${name}.`;
}

function taskDoneCalled(index: RecordingIndex, { resource: id, unfinished, index: at }: EventOf<'level'>, who: Phrase, name: Part): Phrase {
  const joining = index.resources
    .stateAt(id, at)
    .waiters.filter((suspension) => {
      const event = index.recording.event(suspension);
      return event.type === 'suspend' && event.reason === 'join';
    })
    .map((suspension) => index.recording.fieldAt(suspension, 0));
  const done = say`${who} reports with task_done that an item of ${name} is done.`;
  if (unfinished > 0) return sentences(done, say`That leaves ${count(unfinished, 'unfinished item')}.`);
  return sentences(
    done,
    joining.length === 0 ? say`It was the last one.` : say`It was the last one, so ${taskNames(index, joining)} can go on after join.`,
  );
}

function fill(value: number, capacity: number): string {
  if (capacity <= 0) return '';
  return value >= capacity ? ': it is full, and put has to wait' : `, of ${capacity} at most`;
}
