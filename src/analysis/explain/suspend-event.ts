import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds } from '../../model/units';
import { timeOfHandle } from '../../model/views/handles';
import { workLabel } from '../../model/views/threads';
import { clockAt } from '../../model/world-at';
import { ioLabel, taskName } from './names';
import { code, type Phrase, say, term } from './phrase';
import { waitForResource } from './resource-waits';
import { unfinishedTasks } from './scope-tasks';
import { latestSuspension, waitsFor } from './waits';

const YIELDS = 'hands control back to the loop';

/** A task's step has ended, and the task waits. */
export function suspend(index: RecordingIndex, event: EventOf<'suspend'>): Phrase {
  const after = asStep(event.index + 1);
  const name = taskName(index, event.task);
  switch (event.reason) {
    case 'yielded':
      return say`${name} pauses to let the others run: it ${YIELDS}, and is in the ${term('ready queue')} again already.`;
    case 'sleep': {
      const until = timeOfHandle(index, event.target) ?? clockAt(index, after);
      const left = asNanoseconds(Math.max(0, until - clockAt(index, after)));
      return say`${name} sleeps for ${formatSeconds(left)}, until ${formatSeconds(until)}. It ${YIELDS}, so that others can run meanwhile.`;
    }
    case 'acquire':
    case 'get':
    case 'put':
    case 'join':
    case 'wait':
      return say`${waitForResource(index, event, name)} and ${YIELDS}.`;
    case 'task':
      return say`${name} awaits ${taskName(index, event.target)}, which ${condition(index, event)}. So it waits until that is finished, and ${YIELDS}.`;
    case 'future':
      return say`${name} awaits a ${term('future')} that has no result yet. It waits until somebody sets one, and ${YIELDS}.`;
    case 'gather':
      return say`${name} waits for ${term('gather')}: ${unfinishedTasks(index, event.target, after)}. Meanwhile it ${YIELDS}.`;
    case 'taskGroup':
      return say`${name} is at the end of its ${term('TaskGroup')} and has to wait: ${unfinishedTasks(index, event.target, after)}. Meanwhile it ${YIELDS}.`;
    case 'shield':
      return say`${name} waits behind a ${term('shield')}: ${unfinishedTasks(index, event.target, after)}. If ${name} is cancelled, that one goes on.`;
    case 'waitMany':
      return say`${name} waits in asyncio.wait: ${unfinishedTasks(index, event.target, after)}. Meanwhile it ${YIELDS}.`;
    case 'asCompleted':
      return say`${name} waits for whichever task finishes next: ${unfinishedTasks(index, event.target, after)}. Meanwhile it ${YIELDS}.`;
    case 'io':
      return say`${name} waits for ${ioLabel(index, event.target)}, and ${YIELDS}.`;
    case 'work':
      return say`${name} waits until a ${term('thread')} has run ${code(workLabel(index, event.target))}, and ${YIELDS}.`;
  }
}

/** What an awaited task is doing itself: "is asleep", "waits for room in out", "has not begun". */
function condition(index: RecordingIndex, event: EventOf<'suspend'>): Phrase {
  const after = asStep(event.index + 1);
  const { state } = index.tasks.stateAt(event.target, after);
  const suspension = latestSuspension(index, event.target, after);
  switch (state) {
    case 'sleeping':
      return say`is asleep`;
    case 'ready':
      return suspension === null ? say`has not begun yet` : say`is in the ready queue`;
    case 'io':
      return suspension === null ? say`waits for an answer from outside` : say`itself waits ${waitsFor(index, suspension)}`;
    case 'waiting':
      return suspension === null ? say`has not begun yet` : say`itself waits ${waitsFor(index, suspension)}`;
    case 'running':
    case 'done':
    case 'failed':
    case 'cancelled':
      return say`is about to finish`;
  }
}
