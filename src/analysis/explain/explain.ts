import type { RecordedEvent } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { Step } from '../../model/units';
import { frame, line, local, output, raised, returned } from './code-events';
import { address, closed, resourceIo } from './connection-events';
import { contextVariable } from './context-event';
import { end } from './end-event';
import type { Explanation } from './explanation';
import { future, futureDone } from './future-events';
import { dropped, due, handle, handleCancelled, ran, run, timer } from './handle-events';
import { input } from './input-event';
import { io, ioDone } from './io-events';
import { clock, loopStart, loopStop, nothingYet, turn } from './loop-events';
import { misuse } from './misuse-events';
import { type Phrase, sentences } from './phrase';
import { itemGot, itemPut } from './queue-events';
import { acquired, level, notified, released, resource, resourceLock } from './resource-events';
import { scope, scopeDeadline, scopeEnd, scopeTask } from './scope-events';
import { signal } from './signal-event';
import { suspend } from './suspend-event';
import { cancelRequested, task, taskDone, taskRenamed } from './task-events';
import { thread, threadDone, threadRun, threadWait, work, workBegun, workDone } from './thread-events';

/**
 * What happened just before a step, why, and what follows from it, in one to three sentences with the names of the user's own tasks and
 * variables. It depends on the recording only. Throws a RangeError for a step outside 0..index.length.
 */
export function explain(index: RecordingIndex, step: Step): Explanation {
  if (!Number.isInteger(step) || step < 0 || step > index.length) {
    throw new RangeError(`there is no step ${step} from 0 to ${index.length}`);
  }
  if (step === 0) return { parts: sentences(nothingYet(index.recording.program.files[0]?.path ?? 'main.py')) };
  return { parts: sentences(phraseOf(index, index.recording.event(step - 1))) };
}

function phraseOf(index: RecordingIndex, event: RecordedEvent): Phrase {
  switch (event.type) {
    case 'loopStart':
      return loopStart(index, event);
    case 'loopStop':
      return loopStop(index, event);
    case 'turn':
      return turn(index, event);
    case 'clock':
      return clock(index, event);
    case 'handle':
      return handle(index, event);
    case 'timer':
      return timer(index, event);
    case 'due':
      return due(index, event);
    case 'handleCancelled':
      return handleCancelled(index, event);
    case 'run':
      return run(index, event);
    case 'ran':
      return ran(index, event);
    case 'dropped':
      return dropped(index, event);
    case 'task':
      return task(index, event);
    case 'taskName':
      return taskRenamed(index, event);
    case 'suspend':
      return suspend(index, event);
    case 'taskDone':
      return taskDone(index, event);
    case 'cancelRequested':
      return cancelRequested(index, event);
    case 'future':
      return future(index, event);
    case 'futureDone':
      return futureDone(index, event);
    case 'scope':
      return scope(index, event);
    case 'scopeTask':
      return scopeTask(index, event);
    case 'scopeDeadline':
      return scopeDeadline(index, event);
    case 'scopeEnd':
      return scopeEnd(index, event);
    case 'resource':
      return resource(index, event);
    case 'level':
      return level(index, event);
    case 'address':
      return address(index, event);
    case 'resourceIo':
      return resourceIo(index, event);
    case 'closed':
      return closed(index, event);
    case 'resourceLock':
      return resourceLock(index, event);
    case 'acquired':
      return acquired(index, event);
    case 'released':
      return released(index, event);
    case 'itemPut':
      return itemPut(index, event);
    case 'itemGot':
      return itemGot(index, event);
    case 'notified':
      return notified(index, event);
    case 'output':
      return output(index, event);
    case 'frame':
      return frame(index, event);
    case 'line':
      return line(index, event);
    case 'local':
      return local(index, event);
    case 'raised':
      return raised(index, event);
    case 'returned':
      return returned(index, event);
    case 'io':
      return io(index, event);
    case 'ioDone':
      return ioDone(index, event);
    case 'misuse':
      return misuse(index, event);
    case 'input':
      return input(index, event);
    case 'signal':
      return signal(event);
    case 'thread':
      return thread(index, event);
    case 'threadRun':
      return threadRun(index, event);
    case 'threadWait':
      return threadWait(index, event);
    case 'threadDone':
      return threadDone(index, event);
    case 'work':
      return work(index, event);
    case 'workBegun':
      return workBegun(index, event);
    case 'workDone':
      return workDone(index, event);
    case 'contextVariable':
      return contextVariable(index, event);
    case 'end':
      return end(index, event);
  }
}
