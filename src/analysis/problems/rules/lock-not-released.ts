import { asStep } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

/** A task ended while it held a lock or a permit that was never given back. */
export const lockNotReleased: Rule = {
  name: 'lock-not-released',
  *find(evidence) {
    const { index } = evidence;
    const handedOn = releasedByOthers(evidence);
    for (let resource = 1; resource <= index.resources.countAt(evidence.length); resource++) {
      const kind = evidence.resourceKind(resource);
      if (handedOn.has(resource) || (kind !== 'Lock' && kind !== 'Semaphore' && kind !== 'BoundedSemaphore')) continue;
      const { holders, capacity } = index.resources.stateAt(resource, evidence.length);
      // A semaphore that begins with no permits is a signal: who takes one does not give it back.
      if (capacity === 0) continue;
      for (const task of new Set(holders)) {
        const done = task === 0 ? -1 : endOf(evidence, task);
        if (done === -1) continue;
        const acquired = acquisition(evidence, resource, task);
        const name = evidence.resourceName(resource);
        yield {
          place: acquired === -1 ? null : evidence.placeOfEvent(acquired),
          task: evidence.taskOrNull(task),
          step: asStep(done + 1),
          message: `${evidence.label(task)} ended while it still held ${kind === 'Lock' ? name : `a permit of ${name}`}: whoever asks for it next waits for ever. Use “async with ${name}:”, which gives it back whatever happens.`,
          fix: null,
        };
      }
    }
  },
};

/** The `taskDone` event of a task; -1 if it never ended. */
function endOf({ index, recording, length }: Evidence, task: number): number {
  const { event } = index.tasks.stateAt(task, length);
  return recording.kindAt(event) === KIND.taskDone ? event : -1;
}

/** Locks and semaphores that somebody else gave back than who had acquired them: they are used as signals. */
function releasedByOthers(evidence: Evidence): ReadonlySet<number> {
  const found = new Set<number>();
  for (const event of evidence.events('released')) {
    if (evidence.taskAt(event) !== evidence.recording.fieldAt(event, 1)) found.add(evidence.recording.fieldAt(event, 0));
  }
  return found;
}

/** Where a task acquired a resource the last time. */
function acquisition(evidence: Evidence, resource: number, task: number): number {
  let latest = -1;
  for (const event of evidence.events('acquired')) {
    if (evidence.recording.fieldAt(event, 0) === resource && evidence.recording.fieldAt(event, 1) === task) latest = event;
  }
  return latest;
}
