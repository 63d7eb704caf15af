import { asStep } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

/** `gather` raised the first exception, and its other children went on unattended. */
export const gatherLeavesRunning: Rule = {
  name: 'gather-leaves-running',
  *find(evidence) {
    const { index, recording } = evidence;
    for (const event of evidence.events('scopeEnd')) {
      const scope = recording.fieldAt(event, 0);
      const opened = recording.event(index.scopes.creation(scope));
      if (opened.type !== 'scope' || opened.kind !== 'gather' || evidence.outcome(event) !== 'exception') continue;
      const children = index.scopes.stateAt(scope, event).tasks;
      const left = children.filter((task) => goesOn(evidence, task, event));
      if (left.length === 0) continue;
      const failed = children.filter((task) => index.tasks.stateAt(task, event).state === 'failed');
      const because = failed.length === 0 ? 'one of its tasks failed' : `${evidence.labels(failed)} failed`;
      yield {
        place: evidence.placeOfSite(opened.site),
        task: evidence.taskOrNull(opened.task),
        step: asStep(event + 1),
        message: `gather raised because ${because}, but ${evidence.labels(left)} kept running, and nobody waits for ${left.length === 1 ? 'its result' : 'their results'}. Use a TaskGroup, which cancels the others, or gather with return_exceptions=True.`,
        fix: null,
      };
    }
  },
};

/** Whether an unfinished task runs again without having been cancelled. */
function goesOn(evidence: Evidence, task: number, event: number): boolean {
  const { index, recording } = evidence;
  if (evidence.isFinished(task, event)) return false;
  const run = index.tasks.runAtOrAfter(task, event);
  if (run === -1) return false;
  const request = index.tasks.attributeAt(task, run, KIND.cancelRequested);
  return request < index.tasks.creation(task) || request < event || recording.fieldAt(request, 0) !== task;
}
