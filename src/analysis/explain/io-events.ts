import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds, nanosecondsFromHalves } from '../../model/units';
import { clockAt } from '../../model/world-at';
import { actor, ioLabel } from './names';
import { code, type Phrase, say, sentences } from './phrase';

export function io(index: RecordingIndex, event: EventOf<'io'>): Phrase {
  const step = asStep(event.index);
  const what = say`${actor(index, step)} begins ${code(index.recording.string(event.label))}.`;
  if (event.hi < 0) return sentences(what, say`Nobody knows yet when that will end. The loop can do other things meanwhile.`);
  const end = nanosecondsFromHalves(event.hi, event.lo);
  const left = end - clockAt(index, step);
  return left === 0
    ? what
    : sentences(
        what,
        say`It takes ${formatSeconds(asNanoseconds(left))}, until ${formatSeconds(end)}, and the loop can do other things meanwhile.`,
      );
}

export function ioDone(index: RecordingIndex, event: EventOf<'ioDone'>): Phrase {
  const label = ioLabel(index, event.io);
  switch (event.outcome) {
    case 'result':
      return event.text === 0 ? say`${label} is done.` : say`${label} is done. The answer: ${index.recording.string(event.text)}.`;
    case 'exception':
      return say`${label} has failed: ${index.recording.string(event.text)}.`;
    case 'cancelled':
      return say`${label} was given up before it had ended.`;
  }
}
