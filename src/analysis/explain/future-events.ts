import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { actor, atSite, taskNames } from './names';
import { code, type Phrase, say, sentences, term } from './phrase';

export function future(index: RecordingIndex, event: EventOf<'future'>): Phrase {
  return say`here a ${term('future')} comes up that was created${atSite(index, event.site)}: a box for a result that is not there yet.`;
}

export function futureDone(index: RecordingIndex, event: EventOf<'futureDone'>): Phrase {
  const who = actor(index, asStep(event.index));
  const text = index.recording.string(event.text);
  const waiting = tasksAwaiting(index, event.future, event.index);
  const wakes = waiting.length === 0 ? null : say`That wakes ${taskNames(index, waiting)}.`;
  const created = atSite(index, index.recording.fieldAt(index.futures.at(event.future - 1), 2));
  const box = say`the ${term('future')} created${created}`;
  switch (event.outcome) {
    case 'result':
      return sentences(say`${who} puts the result ${code(text)} into ${box}.`, wakes);
    case 'exception':
      return sentences(say`${who} puts the exception ${code(text)} into ${box}, to be raised in whoever awaits it.`, wakes);
    case 'cancelled':
      return sentences(say`${who} cancels ${box}.`, wakes);
  }
}

/** The tasks that wait for a future. */
function tasksAwaiting(index: RecordingIndex, wanted: number, step: number): readonly number[] {
  const { recording, tasks } = index;
  const awaiting: number[] = [];
  for (let task = 1; task <= tasks.countAt(step); task++) {
    const { state, event } = tasks.stateAt(task, step);
    if (state !== 'waiting') continue;
    const at = recording.event(event);
    if (at.type === 'suspend' && at.reason === 'future' && at.target === wanted) awaiting.push(task);
  }
  return awaiting;
}
