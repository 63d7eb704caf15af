import { count } from '../../../analysis/explain/phrase';
import type { RecordingIndex } from '../../../model/index/recording-index';
import { shareOf } from '../../../model/share';
import type { ResourceId, Step } from '../../../model/units';
import { EVENT_KINDS, type ResourceKind, WORDS } from '../../../model/vocabulary';

/** Of more changes in one step, the latest are told. */
const MOST_CHANGES = 3;

/**
 * What happened to a resource after one step and up to another, in order and in a few words: "+ '/1' put by fetch-2",
 * "fetch-1 gave a permit back".
 */
export function resourceChanges(index: RecordingIndex, resource: ResourceId, after: Step, step: Step): readonly string[] {
  const changes: string[] = [];
  const creation = index.resources.creation(resource);
  let event = index.resources.latestChange(resource, step);
  while (event >= after && changes.length < MOST_CHANGES) {
    const change = event === creation ? `created by ${doer(index, event)}` : changeBy(index, resource, event);
    if (change !== null) changes.unshift(change);
    if (event === creation) break;
    event = index.resources.latestChange(resource, event);
  }
  return changes;
}

/** What an event did to a resource; null where another event beside it says more. */
function changeBy(index: RecordingIndex, resource: number, event: number): string | null {
  const { recording } = index;
  const kind = WORDS.resourceKind[recording.fieldAt(index.resources.creation(resource), 1)] ?? 'Lock';
  switch (EVENT_KINDS[recording.kindAt(event)]) {
    case 'level':
      return levelChange(index, resource, kind, event);
    case 'acquired':
      return `${label(index, recording.fieldAt(event, 1))} took ${share(kind)}`;
    case 'released':
      return `${label(index, recording.fieldAt(event, 1))} ${shareOf(kind) === null ? 'released it' : `gave ${share(kind)} back`}`;
    case 'address':
      return recording.string(recording.fieldAt(event, 1));
    case 'closed':
      return 'closed';
    case 'itemPut':
      if (kind === 'Session') return `+ ${recording.string(recording.fieldAt(event, 2))} asked by ${doer(index, event)}`;
      return `+ ${recording.string(recording.fieldAt(event, 2))} put by ${doer(index, event)}`;
    case 'itemGot':
      if (kind === 'Session') return `− ${itemText(index, resource, event)}`;
      return `− ${itemText(index, resource, event)} taken by ${doer(index, event)}`;
    case 'notified': {
      const notified = recording.fieldAt(event, 1);
      return `${doer(index, event)} notified ${notified === -1 ? 'all' : count(notified, 'waiter')}`;
    }
    case 'suspend':
      return suspension(index, resource, kind, event);
    case 'run':
      return `${label(index, recording.fieldAt(event, 1))} goes on`;
    case 'taskDone':
      return `${label(index, recording.fieldAt(event, 0))} waits no longer`;
    default:
      return null;
  }
}

const share = (kind: ResourceKind): string => {
  const word = shareOf(kind);
  return word === null ? 'it' : `a ${word}`;
};

/** Numbers alone tell of an event's gate, and of items that are done; the rest is told by who takes, gives, puts and gets. */
function levelChange(index: RecordingIndex, resource: number, kind: ResourceKind, event: number): string | null {
  const before = index.resources.stateAt(resource, event);
  const now = index.resources.stateAt(resource, event + 1);
  if (kind === 'Connection') return bytesMoved(now.value - before.value, now.unfinished - before.unfinished);
  if (kind === 'Server') return now.unfinished > before.unfinished ? '+ a connection' : now.value < before.value ? '− a connection' : null;
  if (kind === 'Event' && now.value !== before.value) return `${now.value === 1 ? 'set' : 'cleared'} by ${doer(index, event)}`;
  if (now.unfinished < before.unfinished) return `task_done() by ${doer(index, event)}, ${now.unfinished} unfinished`;
  return null;
}

function bytesMoved(inwards: number, outwards: number): string | null {
  if (inwards !== 0) return inwards > 0 ? `${count(inwards, 'byte')} came` : `${count(-inwards, 'byte')} read`;
  if (outwards !== 0) return outwards > 0 ? `${count(outwards, 'byte')} sent` : `${count(-outwards, 'byte')} arrived`;
  return null;
}

function itemText(index: RecordingIndex, resource: number, event: number): string {
  const { recording } = index;
  const item = recording.fieldAt(event, 1);
  const put = index.resources.stateAt(resource, event).items.find((candidate) => recording.fieldAt(candidate, 1) === item);
  return put === undefined ? 'an item' : recording.string(recording.fieldAt(put, 2));
}

/** A task began to wait for the resource, or for something else, when it had waited for this one until then. */
function suspension(index: RecordingIndex, resource: number, kind: ResourceKind, event: number): string {
  const { recording } = index;
  const task = label(index, recording.fieldAt(event, 0));
  const waits = index.resources.stateAt(resource, event + 1).waiters.includes(event);
  if (!waits) return `${task} waits no longer`;
  switch (WORDS.waitReason[recording.fieldAt(event, 1)]) {
    case 'acquire':
      return `${task} waits for ${share(kind)}`;
    case 'get':
      return `${task} waits for an item`;
    case 'put':
      return `${task} waits for room`;
    case 'join':
      return `${task} waits for all items to be done`;
    default:
      return kind === 'Barrier' ? `${task} arrived` : `${task} waits`;
  }
}

/** Whoever runs at an event. */
const doer = (index: RecordingIndex, event: number): string => label(index, index.running.taskAt(event));

const label = (index: RecordingIndex, task: number): string => (task === 0 ? 'the program' : index.taskNames.labelOf(task));
