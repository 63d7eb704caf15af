import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds, nanosecondsFromHalves, type Step } from '../../model/units';
import { handleLabel } from '../../model/views/handles';
import { isCancelPending } from '../../model/views/tasks';
import { KIND } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import { knownCallback, SLEEP_CALLBACK, TIMEOUT_CALLBACK } from './callbacks';
import { actor, atSite, runningCallback, taskName } from './names';
import { code, type Phrase, say, sentences, term } from './phrase';
import { placeInLine, queuedThing, timerOwner, whatIsNext } from './queued';
import { latestSuspension, waitIsOver } from './waits';

export function handle(index: RecordingIndex, event: EventOf<'handle'>): Phrase {
  const [before, after] = [asStep(event.index), asStep(event.index + 1)];
  const line = placeInLine(index, after);
  const task = event.task === 0 ? null : taskName(index, event.task);
  if (task === null) return queuedCallback(index, event, line);
  switch (event.cause) {
    case 'firstStep':
      return say`${task} joins the ${term('ready queue')}${line}. Its first step comes when it is its turn.`;
    case 'yielded':
      return say`${task} lets the others go first: it goes to the end of the ${term('ready queue')}${line}.`;
    case 'wakeup':
    case 'callback':
    case 'threadsafe':
      return wakeup(index, before, event.task, line);
  }
}

function wakeup(index: RecordingIndex, before: Step, task: number, line: Phrase): Phrase {
  const name = taskName(index, task);
  const suspension = latestSuspension(index, task, before);
  const why = isCancelPending(index, before, task)
    ? say`it is to be cancelled`
    : suspension === null
      ? say`it is to go on`
      : waitIsOver(index, suspension, before);
  const waker = index.running.taskAt(before);
  if (waker === 0 || waker === task) return say`${name} wakes up, because ${why}. It joins the ${term('ready queue')}${line}.`;
  return say`${taskName(index, waker)} wakes ${name}: ${why}. ${name} joins the ${term('ready queue')}${line}.`;
}

function queuedCallback(index: RecordingIndex, event: EventOf<'handle'>, line: Phrase): Phrase {
  const before = asStep(event.index);
  const label = index.recording.string(event.label);
  const known = knownCallback(label);
  const callback = known === undefined ? say`the ${term('callback')} ${code(label)}` : say`a ${term('callback')}`;
  const joins = say`joins the ready queue${line}`;
  const purpose = known === undefined ? null : say`It ${known.purpose}.`;
  const who = actor(index, before);
  if (finishes(index, event.index)) return sentences(say`${who} is about to finish, so ${callback} ${joins}.`, purpose);
  const how = event.cause === 'threadsafe' ? ' with call_soon_threadsafe' : '';
  return sentences(say`${who} hands ${callback} to the loop${how}, and it ${joins}.`, purpose);
}

/** Whether a `handle` event is among those by which a finishing task tells others of its end. */
function finishes({ recording, running }: RecordingIndex, event: number): boolean {
  const task = running.taskAt(event);
  let next = event + 1;
  while (next < recording.length && recording.kindAt(next) === KIND.handle) next++;
  return task !== 0 && next < recording.length && recording.kindAt(next) === KIND.taskDone && recording.fieldAt(next, 0) === task;
}

export function timer(index: RecordingIndex, event: EventOf<'timer'>): Phrase {
  const before = asStep(event.index);
  const when = nanosecondsFromHalves(event.hi, event.lo);
  const left = asNanoseconds(Math.max(0, when - clockAt(index, before)));
  const label = index.recording.string(event.label);
  const who = actor(index, before);
  const time = say`in ${formatSeconds(left)}, at ${formatSeconds(when)}`;
  const known = knownCallback(label);
  if (label === SLEEP_CALLBACK) return say`${who} asks the loop to wake it ${time}: the loop sets a ${term('timer')}.`;
  if (known !== undefined) return say`${who} sets a ${term('timer')}, which goes off ${time}, and then ${known.purpose}.`;
  return say`${who} asks the loop to call ${code(label)} ${time}: the loop sets a ${term('timer')}.`;
}

export function due(index: RecordingIndex, event: EventOf<'due'>): Phrase {
  const line = placeInLine(index, asStep(event.index + 1));
  return say`the time of ${queuedThing(index, event.handle)} has come: it joins the ready queue${line}.`;
}

export function handleCancelled(index: RecordingIndex, event: EventOf<'handleCancelled'>): Phrase {
  const before = asStep(event.index);
  const own = timerOwner(index, event.handle) !== 0 && timerOwner(index, event.handle) === index.running.taskAt(before);
  const thing = own
    ? say`its ${handleLabel(index, event.handle) === TIMEOUT_CALLBACK ? 'timeout' : 'timer'}`
    : queuedThing(index, event.handle);
  const who = actor(index, before);
  if (index.handles.readyAt(before).includes(event.handle)) {
    return say`${who} calls off ${thing}. It stays in the ready queue, but when its turn comes, it will be dropped.`;
  }
  if (!index.handles.timersAt(before).includes(event.handle)) return say`${who} calls off ${thing} once more, which changes nothing.`;
  return say`${who} calls off ${thing}, which is not needed any more: it will never go off.`;
}

export function run(index: RecordingIndex, event: EventOf<'run'>): Phrase {
  const before = asStep(event.index);
  return event.task === 0 ? runCallback(index, event.handle) : runTask(index, event, before);
}

function runTask(index: RecordingIndex, { task, handle }: EventOf<'run'>, before: Step): Phrase {
  const name = taskName(index, task);
  const suspension = latestSuspension(index, task, before);
  const cancelled = isCancelPending(index, before, task);
  const alone = say`Until it hands control back, nobody else can run.`;
  if (suspension === null) {
    if (cancelled) return say`${name} was cancelled before it could begin: ${term('CancelledError')} ends it before its first line.`;
    return sentences(say`${name} runs for the first time: its coroutine ${code(index.taskNames.coroutineOf(task))} begins.`, alone);
  }
  const place = atSite(index, suspension.site);
  if (cancelled) return say`${name} goes on${place} with a ${term('CancelledError')}, because its cancellation was asked for.`;
  return sentences(say`${name} goes on${place}: ${waitIsOver(index, suspension, index.handles.creation(handle))}.`, alone);
}

function runCallback(index: RecordingIndex, handle: number): Phrase {
  const label = handleLabel(index, handle);
  const owner = timerOwner(index, handle);
  if (label === SLEEP_CALLBACK && owner !== 0) return say`the loop runs the callback that ends the sleep of ${taskName(index, owner)}.`;
  if (label === TIMEOUT_CALLBACK && owner !== 0) {
    return say`the timeout of ${taskName(index, owner)} is up: the loop runs the callback that cancels what is still running in it.`;
  }
  const known = knownCallback(label);
  if (known !== undefined) return say`the loop runs a callback that ${known.purpose}.`;
  return say`the loop runs the ${term('callback')} ${code(label)}. Until it returns, nobody else can run.`;
}

export function ran(index: RecordingIndex, event: EventOf<'ran'>): Phrase {
  const [before, after] = [asStep(event.index), asStep(event.index + 1)];
  const task = index.running.taskAt(before);
  const next = whatIsNext(index, after);
  if (task === 0) {
    const known = knownCallback(runningCallback(index, before) ?? '');
    return sentences(known === undefined ? say`${actor(index, before)} has returned.` : say`the callback has done its work.`, next);
  }
  const { state } = index.tasks.stateAt(task, after);
  const finished = state === 'done' || state === 'failed' || state === 'cancelled';
  const name = taskName(index, task);
  return sentences(
    finished ? say`${name} is finished, and the loop is in control.` : say`${name} has handed control back to the loop.`,
    next,
  );
}

export function dropped(index: RecordingIndex, event: EventOf<'dropped'>): Phrase {
  return say`it would be the turn of ${queuedThing(index, event.handle)}, but that was called off: the loop drops it without running it.`;
}
