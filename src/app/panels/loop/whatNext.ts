import type { RecordingIndex } from '../../../model/index/recording-index';
import { briefSeconds, type Nanoseconds } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { World } from '../../../model/world';
import { handleName } from './lanes';
import { endWords } from './whatEnded';

/**
 * What the loop does next, in a few words. It is certain only while the loop has control: what runs may make others ready,
 * which then come before every timer.
 */
export function whatNext(index: RecordingIndex, world: World): string {
  const { end, running, ready, turn } = world;
  if (end !== null) return endWords(end);
  const outsideHandles = running !== null && running.handle === null;
  if (outsideHandles && (turn === 0 || running.thread === undefined))
    return turn === 0 ? 'the loop has not begun' : 'the loop stands still';
  const [first] = ready;
  if (running === null) return `next: ${first === undefined ? whenNothingIsReady(index, world) : handleName(world, first)}`;
  return first === undefined ? 'nothing next so far; what runs now may change that' : `next so far: ${handleName(world, first)}`;
}

/** What the loop does when it has control and the ready queue is empty. */
function whenNothingIsReady({ recording }: RecordingIndex, world: World): string {
  // That it was told to stop, or a thread woken, is seen in nothing but what follows.
  const followedBy = world.step < recording.length ? recording.kindAt(world.step) : null;
  if (followedBy === KIND.loopStop) return 'the loop stops';
  if (followedBy === KIND.threadRun) return `thread ${world.threads[recording.fieldAt(world.step, 0) - 1]?.label ?? ''}`;
  if (followedBy === KIND.handle) return 'make ready what waited for this';
  const first = whatComesFirst(world);
  if (first !== undefined)
    return first.at <= world.clock ? (first.due ?? first.name) : `wait until ${briefSeconds(first.at)} for ${first.name}`;
  if (world.tasks.some(({ state }) => state === 'io')) return 'wait for an answer from outside';
  return 'nothing is ready, and no timer is set';
}

interface Coming {
  readonly at: Nanoseconds;
  readonly name: string;
  /** What to call it when its time has come, if otherwise. */
  readonly due?: string;
}

/** What comes first of all that has a time; of what comes at the same time, what is outside of the loop. */
function whatComesFirst(world: World): Coming | undefined {
  const threads = world.threads.flatMap(({ state, until, label }): readonly Coming[] =>
    state === 'ready' || until !== null ? [{ at: until ?? world.clock, name: `thread ${label}` }] : [],
  );
  const io = world.io.flatMap(({ until, label }): readonly Coming[] =>
    until === null ? [] : [{ at: until, name: label, due: `what has come from outside: ${label}` }],
  );
  const timers = world.timers.map((timer): Coming => {
    const name = handleName(world, timer);
    return { at: timer.when ?? world.clock, name: timer.task === null ? name : `the timer of ${name}` };
  });
  return [...threads, ...io, ...timers].sort((one, other) => one.at - other.at)[0];
}
