import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds, nanosecondsFromHalves } from '../../model/units';
import { type ScopeKind, WORDS } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import { atSite, taskName, taskNames } from './names';
import { code, count, ordinal, type Phrase, say, sentences, term } from './phrase';
import { failedTasks, unfinishedOf } from './scope-tasks';

/** What one calls a scope of each kind. */
const CALLED: { readonly [K in ScopeKind]: Phrase } = {
  TaskGroup: [term('TaskGroup')],
  timeout: [term('timeout')],
  gather: [term('gather')],
  shield: [term('shield')],
  wait: [code('asyncio.wait')],
  as_completed: [code('as_completed')],
};

export function scope(index: RecordingIndex, event: EventOf<'scope'>): Phrase {
  const who: Phrase = event.task === 0 ? say`the program` : [taskName(index, event.task)];
  const called = CALLED[event.kind];
  switch (event.kind) {
    case 'TaskGroup':
      return say`${who} enters a ${called}. It can leave the block only when all tasks created in it are finished.`;
    case 'timeout':
      return say`${who} enters a ${called}: what it does in the block may take only so long.`;
    case 'gather':
      return say`${who} starts a ${called}, which runs several tasks at once and collects their results.`;
    case 'shield':
      return say`${who} puts a ${called} around a task, so that the task goes on even if ${who} is cancelled.`;
    case 'wait':
      return say`${who} calls ${called} on several tasks: it will wait for the first of them, or for all.`;
    case 'as_completed':
      return say`${who} calls ${called}, to get the results in the order in which they come in.`;
  }
}

export function scopeTask(index: RecordingIndex, event: EventOf<'scopeTask'>): Phrase {
  const { recording, scopes } = index;
  const kind = scopeKind(index, event.scope);
  const name = taskName(index, event.task);
  const owner = recording.fieldAt(scopes.creation(event.scope), 2);
  const whose = owner === 0 ? say`the program` : say`${taskName(index, owner)}`;
  if (kind === 'shield') return say`${name} is what the ${CALLED.shield} protects.`;
  const number = scopes.stateAt(event.scope, event.index + 1).tasks.length;
  if (kind !== 'TaskGroup') return say`${name} is the ${ordinal(number)} task that ${whose} gives to ${CALLED[kind]}.`;
  return say`${name} now belongs to the ${CALLED.TaskGroup} of ${whose}, which has ${count(number, 'task')} so far.`;
}

export function scopeDeadline(index: RecordingIndex, event: EventOf<'scopeDeadline'>): Phrase {
  const { recording, scopes } = index;
  const before = asStep(event.index);
  const owner = recording.fieldAt(scopes.creation(event.scope), 2);
  const name: Phrase = owner === 0 ? say`the program` : [taskName(index, owner)];
  const earlier = scopes.stateAt(event.scope, before).deadline;
  if (event.hi === -1)
    return say`the ${CALLED.timeout} of ${name} has no deadline ${earlier === -1 ? 'yet' : 'any more'}: it can last as long as it likes.`;
  const when = nanosecondsFromHalves(event.hi, event.lo);
  const left = formatSeconds(asNanoseconds(Math.max(0, when - clockAt(index, before))));
  const moved = earlier !== -1 && recording.fieldAt(earlier, 1) !== -1;
  const says = moved
    ? say`the ${CALLED.timeout} of ${name} is moved from ${formatSeconds(recording.timeAt(earlier, 1))} to ${formatSeconds(when)}, ${left} from now.`
    : say`the ${CALLED.timeout} of ${name} will be up in ${left}, at ${formatSeconds(when)}.`;
  return sentences(says, say`If ${name} is still in the block then, it is cancelled, and TimeoutError is raised.`);
}

export function scopeEnd(index: RecordingIndex, event: EventOf<'scopeEnd'>): Phrase {
  const { recording, scopes } = index;
  const creation = scopes.creation(event.scope);
  const owner = recording.fieldAt(creation, 2);
  const name: Phrase = owner === 0 ? say`the program` : [taskName(index, owner)];
  const place = atSite(index, recording.fieldAt(creation, 3));
  const kind = scopeKind(index, event.scope);
  const failed = failedTasks(index, event.scope, event.index);
  const running = unfinishedOf(index, event.scope, event.index);
  const because: Phrase = failed.length === 0 ? [] : say`, because ${taskNames(index, failed)} failed`;
  switch (kind) {
    case 'TaskGroup':
      if (event.outcome === 'result') return say`all tasks of the ${CALLED.TaskGroup} are finished, so ${name} leaves the block${place}.`;
      if (event.outcome === 'cancelled')
        return say`${name} leaves its ${CALLED.TaskGroup}, because it was itself cancelled. No task of the group is left.`;
      return say`${name} leaves its ${CALLED.TaskGroup} with an ${term('exception group')}${because}. No task of the group is left.`;
    case 'timeout':
      return timeoutEnd(index, event, name);
    case 'gather':
      if (event.outcome === 'result')
        return say`${CALLED.gather} has the results of all its tasks. ${name} will get them in the order of the arguments.`;
      if (event.outcome === 'cancelled') return say`${CALLED.gather} is cancelled, and its tasks with it.`;
      return sentences(
        say`${CALLED.gather} hands an exception on to ${name}${because}.`,
        running.length === 0
          ? null
          : say`It does not cancel its other tasks: ${taskNames(index, running)} ${running.length === 1 ? 'keeps' : 'keep'} running.`,
      );
    case 'shield':
      if (event.outcome === 'cancelled')
        return say`${name} no longer waits behind the ${CALLED.shield}: it is cancelled, and the shielded task goes on by itself.`;
      return say`the task behind the ${CALLED.shield} is finished, and ${name} gets what came of it.`;
    case 'wait':
      return say`${CALLED.wait} has what it waited for. ${name} will get the tasks that are done, and those still pending.`;
    case 'as_completed':
      return say`${CALLED.as_completed} has nothing left to wait for.`;
  }
}

/** A timeout's own end: in time, with an exception that was on its way, or because the time was up. */
function timeoutEnd(index: RecordingIndex, event: EventOf<'scopeEnd'>, name: Phrase): Phrase {
  const { deadline } = index.scopes.stateAt(event.scope, event.index);
  const limit = deadline === -1 || index.recording.fieldAt(deadline, 1) === -1 ? null : index.recording.timeAt(deadline, 1);
  const now = clockAt(index, asStep(event.index));
  if (event.outcome === 'result') {
    if (limit === null || limit < now) return say`${name} leaves the ${CALLED.timeout}.`;
    return say`${name} leaves the ${CALLED.timeout} in time, ${formatSeconds(asNanoseconds(limit - now))} before it would have been up.`;
  }
  if (limit !== null && limit <= now) {
    return say`${name} leaves the ${CALLED.timeout} because the time is up: the cancellation turns into a TimeoutError.`;
  }
  if (event.outcome === 'cancelled')
    return say`${name} leaves the ${CALLED.timeout} before the time is up, because it was itself cancelled.`;
  return say`an exception leaves the ${CALLED.timeout} of ${name}, before the time was up.`;
}

const scopeKind = ({ recording, scopes }: RecordingIndex, wanted: number): ScopeKind =>
  WORDS.scopeKind[recording.fieldAt(scopes.creation(wanted), 1)] ?? 'TaskGroup';
