import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds, nanosecondsFromHalves } from '../../model/units';
import { stackAt } from '../../model/views/stack';
import { clockAt } from '../../model/world-at';
import { actor } from './names';
import { listed, type Phrase, say, sentences, term } from './phrase';
import { queuedThing, timersDueBy, timersNamed } from './queued';

export function loopStart(index: RecordingIndex, { index: event }: EventOf<'loopStart'>): Phrase {
  const [first] = index.handles.readyAt(event + 1);
  return sentences(
    say`the ${term('event loop')} starts to run.`,
    first === undefined
      ? say`Its ${term('ready queue')} is empty so far.`
      : say`First in its ${term('ready queue')} is ${queuedThing(index, first)}.`,
  );
}

export function loopStop(index: RecordingIndex, { index: event }: EventOf<'loopStop'>): Phrase {
  const [frame] = stackAt(index, asStep(event + 1));
  const where: Phrase = frame === undefined ? [] : say` at ${{ kind: 'place', place: { file: frame.file, line: frame.line } }}`;
  return say`the loop stops and hands control back to the program${where}.`;
}

export function turn(index: RecordingIndex, event: EventOf<'turn'>): Phrase {
  const ready = index.handles.readyAt(event.index + 1).map((handle) => queuedThing(index, handle));
  const begins = say`the loop begins ${term('turn')} ${event.turn}`;
  switch (ready.length) {
    case 0:
      return say`${begins}, with nothing in the ready queue to run.`;
    case 1:
      return say`${begins}, in which it runs ${listed(ready)}. Whatever that schedules waits for turn ${event.turn + 1}.`;
    default:
      return say`${begins}, in which it runs, one after the other, ${listed(ready)}. Whatever they schedule waits for turn ${event.turn + 1}.`;
  }
}

export function clock(index: RecordingIndex, { index: event, hi, lo, cause }: EventOf<'clock'>): Phrase {
  const now = nanosecondsFromHalves(hi, lo);
  const before = clockAt(index, asStep(event));
  const passed = formatSeconds(asNanoseconds(now - before));
  const due = timersDueBy(index, asStep(event + 1), now);
  const are = due.length === 1 ? 'is' : 'are';
  if (cause === 'idle') {
    const jump = say`nothing is ready, so the loop jumps ahead in ${term('virtual time')}, from ${formatSeconds(before)} to ${formatSeconds(now)}.`;
    return sentences(jump, due.length === 0 ? null : say`Then ${timersNamed(index, due)} ${are} due.`);
  }
  const runner = index.running.at(event);
  if (runner.who === 'thread') return say`the clock moves on to ${formatSeconds(now)}.`;
  if (runner.who === 'program') return say`the program holds still for ${passed}. No loop runs, so nobody is kept waiting.`;
  const does = cause === 'blocked' ? say`blocks for ${passed}, without an await` : say`computes for ${passed} without an await`;
  const waiting = [
    ...index.handles.readyAt(event).map((handle) => queuedThing(index, handle)),
    ...(due.length === 0 ? [] : [timersNamed(index, due)]),
  ];
  return sentences(
    say`${actor(index, asStep(event))} ${does}: the loop stands still, and nobody else can run.`,
    waiting.length === 0 ? null : say`Kept waiting meanwhile: ${listed(waiting)}.`,
  );
}

export function nothingYet(file: string): Phrase {
  return say`nothing has happened yet. ${file} is about to run from its first line.`;
}
