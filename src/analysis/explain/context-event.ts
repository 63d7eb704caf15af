import { contextOf } from '../../model/context-variables';
import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { taskName } from './names';
import { code, type Phrase, say, sentences, term } from './phrase';

/** A task inherits a context variable, sets it, or loses it. */
export function contextVariable(index: RecordingIndex, event: EventOf<'contextVariable'>): Phrase {
  const { recording } = index;
  const name = recording.string(event.name);
  const value = recording.string(event.value);
  const task = taskName(index, event.task);
  const variable = say`the ${term('context variable')} ${code(name)}`;
  if (value === '') return say`In its context, ${task} no longer has a value for ${variable}.`;
  if (index.tasks.runBefore(event.task, event.index) === -1) {
    return say`${task} begins with a copy of the context in which it was created: ${variable} is ${code(value)} there.`;
  }
  const before = contextOf(index, event.task, asStep(event.index)).find((known) => known.name === name);
  const was = before === undefined ? null : say`It was ${code(before.value)}.`;
  return sentences(say`In this step ${task} has set ${variable} to ${code(value)}; other tasks don't see that.`, was);
}
