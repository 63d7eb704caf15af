import type { RecordingIndex } from './index/recording-index';
import type { Int32List } from './int32-list';
import { asStep, type Step, type TaskId } from './units';

/** The sizes of a step: one event; a line that is about to run; a handle that begins to run; a loop turn that begins. */
export type StepSize = 'event' | 'line' | 'taskSwitch' | 'loopTurn';

export interface StepOptions {
  /** Stop only where this task runs: at its events and lines, where it is switched to, and at turns in which it will run. */
  readonly task?: TaskId | null;
}

/**
 * The next step of a size after `step`: right after the next event of that size, or the last step if there is none.
 * Together with `previousStep` it moves over one fixed set of steps, which holds the first and the last: going forward
 * and back again from one of them ends where it began.
 */
export function nextStep(index: RecordingIndex, step: Step, by: StepSize, { task = null }: StepOptions = {}): Step {
  const event = stopsOf(index, by, task).atOrAfter(step);
  return asStep(event === NONE ? index.length : event + 1);
}

/** The last step of a size before `step`; the first step, 0, if there is none. */
export function previousStep(index: RecordingIndex, step: Step, by: StepSize, { task = null }: StepOptions = {}): Step {
  const event = stopsOf(index, by, task).before(step - 1);
  return asStep(event === NONE ? 0 : event + 1);
}

const NONE = -1;

/** A set of events. Both functions give -1 for none. */
interface Stops {
  readonly atOrAfter: (event: number) => number;
  readonly before: (event: number) => number;
}

function stopsOf(index: RecordingIndex, by: StepSize, task: TaskId | null): Stops {
  const all = allStops(index, by);
  if (task === null) return all;
  switch (by) {
    case 'taskSwitch':
      return runsOf(index, task);
    case 'loopTurn':
      return turnsOf(index, task, all);
    case 'line':
    case 'event':
      return duringRunsOf(index, task, all);
  }
}

function allStops(index: RecordingIndex, by: StepSize): Stops {
  switch (by) {
    case 'event':
      return {
        atOrAfter: (event) => (event < index.length ? Math.max(0, event) : NONE),
        before: (event) => Math.max(NONE, Math.min(event, index.length) - 1),
      };
    case 'line':
      return stopsIn(index.lines);
    case 'taskSwitch':
      return stopsIn(index.runs);
    case 'loopTurn':
      return stopsIn(index.turns);
  }
}

function stopsIn(events: Int32List): Stops {
  return {
    atOrAfter: (event) => {
      const position = events.countBelow(event);
      return position < events.length ? events.at(position) : NONE;
    },
    before: (event) => events.lastBelow(event),
  };
}

/** The events at which a task begins to run. */
function runsOf({ tasks }: RecordingIndex, task: TaskId): Stops {
  return {
    atOrAfter: (event) => tasks.runAtOrAfter(task, event),
    before: (event) => tasks.runBefore(task, event),
  };
}

/** The turns in which a task runs. */
function turnsOf(index: RecordingIndex, task: TaskId, turns: Stops): Stops {
  const runs = runsOf(index, task);
  return {
    atOrAfter: (event) => {
      const turn = turns.atOrAfter(event);
      const run = turn === NONE ? NONE : runs.atOrAfter(turn);
      return run === NONE ? NONE : turns.before(run);
    },
    before: (event) => {
      const turn = turns.before(event);
      if (turn === NONE) return NONE;
      const next = turns.atOrAfter(turn + 1);
      const run = runs.before(next === NONE ? index.length : next);
      return run === NONE ? NONE : turns.before(run);
    },
  };
}

/** Those events of a set that lie in a task's runs, from its beginning to run to its handle's return, without what threads do in the middle. */
function duringRunsOf(index: RecordingIndex, task: TaskId, events: Stops): Stops {
  const { running } = index;
  const runs = runsOf(index, task);
  const isInRun = (event: number): boolean => running.taskAt(event) === task || running.taskAt(event + 1) === task;
  const isInterrupted = (event: number): boolean => {
    const run = runs.before(event + 1);
    return run !== NONE && event < running.endOfRun(run);
  };
  return {
    atOrAfter: (from) => {
      for (let event = events.atOrAfter(from); event !== NONE; ) {
        if (isInRun(event)) return event;
        const next = isInterrupted(event) ? running.switchAfter(event) : runs.atOrAfter(event);
        event = next === NONE ? NONE : events.atOrAfter(next);
      }
      return NONE;
    },
    before: (to) => {
      for (let event = events.before(to); event !== NONE; ) {
        if (isInRun(event)) return event;
        const run = runs.before(event);
        const last = run !== NONE && isInterrupted(event) ? running.switchBefore(event) : run === NONE ? NONE : running.endOfRun(run);
        event = last === NONE ? NONE : events.before(last + 1);
      }
      return NONE;
    },
  };
}
