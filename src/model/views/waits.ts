import type { RecordingIndex } from '../index/recording-index';
import { asFutureId, asHandleId, asNanoseconds, asResourceId, asScopeId, asTaskId, asWorkId } from '../units';
import { WORDS } from '../vocabulary';
import type { Wait } from '../world';
import { timeOfHandle } from './handles';
import { ioView } from './io';

/** What a `suspend` event says its task waits for; null for a task that only lets others go first. */
export function waitOf(index: RecordingIndex, suspension: number): Wait | null {
  const { recording } = index;
  const reason = WORDS.waitReason[recording.fieldAt(suspension, 1)] ?? 'yielded';
  const target = recording.fieldAt(suspension, 2);
  switch (reason) {
    case 'yielded':
      return null;
    case 'sleep':
      return { reason, handle: asHandleId(target), until: timeOfHandle(index, target) ?? asNanoseconds(0) };
    case 'acquire':
    case 'get':
    case 'put':
    case 'join':
    case 'wait':
      return { reason, resource: asResourceId(target) };
    case 'task':
      return { reason, task: asTaskId(target) };
    case 'future':
      return { reason, future: asFutureId(target), text: recording.string(recording.fieldAt(index.futures.at(target - 1), 1)) };
    case 'gather':
    case 'taskGroup':
    case 'shield':
    case 'waitMany':
    case 'asCompleted':
      return { reason, scope: asScopeId(target) };
    case 'io':
      return target === 0 ? { reason, io: null, label: 'simulated I/O', until: null } : { reason, ...ioView(index, target) };
    case 'work':
      return { reason, work: asWorkId(target) };
  }
}
