import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { actor } from './names';
import { code, type Phrase, say } from './phrase';

export function input(index: RecordingIndex, event: EventOf<'input'>): Phrase {
  const who = actor(index, asStep(event.index));
  const line = index.recording.string(event.text);
  if (line === '') return say`${who} reads from standard input and finds its end: ${code('input()')} raises ${code('EOFError')} there.`;
  const typed = line.trimEnd();
  return typed === ''
    ? say`${who} reads an empty line from standard input.`
    : say`${who} reads a line from standard input: ${code(typed)}.`;
}
