import { asStep } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Rule } from '../rule';

/** A task failed and nobody asked for its exception. */
export const exceptionLost: Rule = {
  name: 'exception-lost',
  *find(evidence) {
    const told = new Set<number>();
    for (const at of evidence.events('misuse')) {
      const event = evidence.recording.event(at);
      if (event.type !== 'misuse' || event.kind !== 'exceptionLost') continue;
      const exception = evidence.recording.string(event.text);
      // These two leave the loop at once, and with it the program: nobody could miss them.
      if (/^(KeyboardInterrupt|SystemExit)\b/.test(exception)) continue;
      const task = event.task === 0 ? failedWith(evidence, event.text, told) : event.task;
      if (task === 0 || told.has(task)) continue;
      told.add(task);
      const { event: done } = evidence.index.tasks.stateAt(task, evidence.length);
      yield {
        place: evidence.placeOfSite(evidence.recording.fieldAt(evidence.index.tasks.creation(task), 3)),
        task: evidence.taskOrNull(task),
        step: asStep(done + 1),
        message: `${evidence.label(task)} failed with ${exception}, and nobody asked for its result: the error went unnoticed. Await the task, or create it in a TaskGroup, which raises what its tasks raise.`,
        fix: null,
      };
    }
  },
};

/** A task that ended with this exception (a StringId) and was not told of yet; 0: none. */
function failedWith(evidence: Evidence, exception: number, told: ReadonlySet<number>): number {
  const { recording } = evidence;
  for (const event of evidence.events('taskDone')) {
    const task = recording.fieldAt(event, 0);
    if (
      recording.kindAt(event) === KIND.taskDone &&
      evidence.outcome(event) === 'exception' &&
      recording.fieldAt(event, 2) === exception &&
      !told.has(task)
    )
      return task;
  }
  return 0;
}
