import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep, formatSeconds } from '../../model/units';
import { threadView, workLabel } from '../../model/views/threads';
import { actor, atSite, threadName } from './names';
import { code, type Phrase, say, term } from './phrase';

export function thread(index: RecordingIndex, event: EventOf<'thread'>): Phrase {
  const who = actor(index, asStep(event.index));
  const runs = index.recording.string(event.function);
  const what = runs === '' || runs === '_worker' ? say`` : say`, to run ${code(runs)}`;
  return say`${who} starts ${threadName(index, event.thread)}${atSite(index, event.site)}${what}. A ${term('thread')} runs beside the loop, and does not hold it up.`;
}

export function threadRun(index: RecordingIndex, event: EventOf<'threadRun'>): Phrase {
  return say`${threadName(index, event.thread)} runs until it waits or ends.`;
}

export function threadWait(index: RecordingIndex, event: EventOf<'threadWait'>): Phrase {
  const name = threadName(index, event.thread);
  const { state, call, until } = threadView(index, event.thread, event.index);
  if (state === 'idle') return say`${name} has nothing to do, and waits for the next call that its pool is given.`;
  const latest = until === null ? say`` : say` until ${formatSeconds(until)}`;
  if (state === 'sleeping') return say`${name} sleeps${latest}. That costs the thread's time; the loop goes on meanwhile.`;
  const bound = until === null ? say`` : say`, at the latest until ${formatSeconds(until)}`;
  return say`${name} waits in ${code(call ?? '')}${bound}. Others go on meanwhile.`;
}

export function threadDone(index: RecordingIndex, event: EventOf<'threadDone'>): Phrase {
  return say`${threadName(index, event.thread)} has ended.`;
}

export function work(index: RecordingIndex, event: EventOf<'work'>): Phrase {
  const who = actor(index, asStep(event.index));
  return say`${who} gives the call of ${code(workLabel(index, event.work))} to a pool of threads${atSite(index, event.site)}. It is queued there until one of them is free.`;
}

export function workBegun(index: RecordingIndex, event: EventOf<'workBegun'>): Phrase {
  const who = event.thread === 0 ? say`somebody` : threadName(index, event.thread);
  return say`${who} takes the call of ${code(workLabel(index, event.work))} off its pool's queue.`;
}

export function workDone(index: RecordingIndex, event: EventOf<'workDone'>): Phrase {
  const name = code(workLabel(index, event.work));
  const text = index.recording.string(event.text);
  switch (event.outcome) {
    case 'result':
      return say`the call of ${name} in a thread is over: it returned ${code(text)}.`;
    case 'exception':
      return say`the call of ${name} in a thread is over: it raised ${code(text)}, which goes to whoever asks for its result.`;
    case 'cancelled':
      return say`the call of ${name} was cancelled before a thread had begun it.`;
  }
}
