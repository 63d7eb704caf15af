import { asStep } from '../../../model/units';
import { placeOfSite } from '../../../model/views/place';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

/** Tasks were still pending when main returned, and `asyncio.run` cancelled them. Once for each line that created some. */
export const taskOutlivesMain: Rule = {
  name: 'task-outlives-main',
  *find(evidence) {
    const byPlace = new Map<number, number[]>();
    for (const event of evidence.events('cancelRequested')) {
      if (!isShutdown(evidence, event)) continue;
      const site = evidence.recording.fieldAt(evidence.index.tasks.creation(evidence.recording.fieldAt(event, 0)), 3);
      byPlace.set(site, [...(byPlace.get(site) ?? []), event]);
    }
    for (const [site, events] of byPlace) {
      const tasks = events.map((event) => evidence.recording.fieldAt(event, 0));
      const [first = 0] = events;
      const one = tasks.length === 1;
      yield {
        place: evidence.placeOfSite(site),
        task: evidence.taskOrNull(tasks[0] ?? 0),
        step: asStep(first + 1),
        message: `${evidence.labels(tasks)} ${one ? 'was' : 'were'} not finished when main returned, so asyncio.run cancelled ${one ? 'it' : 'them'} at whatever await ${one ? 'it' : 'they'} stood. Await ${one ? 'it' : 'them'} before main returns, or cancel and await ${one ? 'it' : 'them'} yourself.`,
        fix: null,
      };
    }
  },
};

/** Whether a request for cancellation is one of `asyncio.run`'s, made after its main task has returned. */
function isShutdown(evidence: Evidence, event: number): boolean {
  const { index, recording } = evidence;
  if (index.running.at(event).who !== 'program') return false;
  const task = recording.fieldAt(event, 0);
  if (evidence.isFinished(task, event)) return false;
  const done = lastFinished(evidence, event);
  if (done === -1 || evidence.outcome(done) !== 'result') return false;
  const place = placeOfSite(evidence.text(event, 2));
  const line = place === null ? '' : (evidence.source(place.file)?.lineText(place.line) ?? '');
  // A program may shut its loop down by hand.
  return !/\.cancel\s*\(/.test(line);
}

/** The latest `taskDone` before the loop stopped: that of the task that it ran for. */
function lastFinished(evidence: Evidence, event: number): number {
  for (let before = event - 1; before >= 0; before--) if (evidence.recording.kindAt(before) === KIND.taskDone) return before;
  return -1;
}
