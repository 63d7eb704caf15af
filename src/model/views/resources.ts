import { targetOfWait } from '../fields';
import type { RecordingIndex } from '../index/recording-index';
import { asResourceId, asStep, asTaskId, type Step } from '../units';
import { WORDS } from '../vocabulary';
import type { ResourceView } from '../world';
import { placeOfSite } from './place';

/** All resources created before a step, in order of creation. */
export function resourcesAt(index: RecordingIndex, step: Step): readonly ResourceView[] {
  return Array.from({ length: index.resources.countAt(step) }, (_, position) => {
    const resource = position + 1;
    const change = index.resources.latestChange(resource, step);
    const kept = index.resourceViews.find(resource, change);
    return kept ?? index.resourceViews.keep(resource, change, resourceView(index, step, resource, change));
  });
}

function resourceView(index: RecordingIndex, step: Step, resource: number, change: number): ResourceView {
  const { recording, resources } = index;
  const creation = resources.creation(resource);
  const { value, capacity, unfinished, lock, holders, waiters, items, address, closed } = resources.stateAt(resource, step);
  return {
    resource: asResourceId(resource),
    kind: WORDS.resourceKind[recording.fieldAt(creation, 1)] ?? 'Lock',
    name: recording.string(recording.fieldAt(creation, 2)),
    place: placeOfSite(recording.string(recording.fieldAt(creation, 3))),
    value,
    capacity,
    unfinished,
    lock: lock === 0 ? null : asResourceId(lock),
    holders: holders.map((task) => (task === 0 ? null : asTaskId(task))),
    waiters: waiters.map((suspension) => ({
      task: asTaskId(recording.fieldAt(suspension, 0)),
      reason: WORDS.waitReason[recording.fieldAt(suspension, 1)] ?? 'wait',
      io: ioOf(index, suspension),
    })),
    items: items.map((put) => ({ item: recording.fieldAt(put, 1), text: recording.string(recording.fieldAt(put, 2)) })),
    address: recording.string(address),
    closed,
    since: asStep(change + 1),
  };
}

/** What a task waits for, in words, if it is something under way. */
function ioOf({ recording, io }: RecordingIndex, suspension: number): string {
  const isIo = targetOfWait(recording.fieldAt(suspension, 1)) === 'io';
  const target = recording.fieldAt(suspension, 2);
  return isIo && target !== 0 ? recording.string(recording.fieldAt(io.beginning(target), 3)) : '';
}
