import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { taskName, taskNames } from './names';
import { code, count, listed, type Phrase, say, sentences, term } from './phrase';
import { isFinished } from './scope-tasks';
import { latestSuspension, waitsFor } from './waits';

export function end(index: RecordingIndex, event: EventOf<'end'>): Phrase {
  const text = index.recording.string(event.text);
  switch (event.outcome) {
    case 'completed':
      return event.status === 0 ? say`the program has run to its end.` : say`the program ends itself with exit status ${event.status}.`;
    case 'exception':
      return say`the program ends with an exception that nothing has caught: ${code(text)}. Its exit status is ${event.status}.`;
    case 'deadlock':
      return deadlock(index, event.index);
    case 'budget':
      return say`the recording ends here, because ${text}. The program itself would have gone on.`;
    case 'input':
      return say`the recording ends here, because ${text}, and nobody has answered yet. With an answer it goes on.`;
    case 'stopped':
      return say`the recording was stopped here. The program itself would have gone on.`;
  }
}

function deadlock(index: RecordingIndex, event: number): Phrase {
  const step = asStep(event);
  const stuck: number[] = [];
  for (let task = 1; task <= index.tasks.countAt(step); task++) if (!isFinished(index, task, step)) stuck.push(task);
  const waits = stuck.map((task) => {
    const suspension = latestSuspension(index, task, step);
    return suspension === null
      ? say`${taskName(index, task)} waits`
      : say`${taskName(index, task)} waits ${waitsFor(index, suspension)}${holders(index, suspension.reason, suspension.target, event)}`;
  });
  return sentences(
    say`this is a ${term('deadlock')}: nothing is ready, no timer is set, and ${count(stuck.length, 'task')} can never go on.`,
    waits.length === 0 ? null : say`${listed(waits)}.`,
  );
}

/** Who has what a task waits for: " (held by b)". */
function holders(index: RecordingIndex, reason: string, resource: number, step: number): Phrase {
  if (reason !== 'acquire') return [];
  const tasks = [...new Set(index.resources.stateAt(resource, step).holders)];
  return tasks.length === 0 ? [] : say` (held by ${taskNames(index, tasks)})`;
}
