import { asStep } from '../../../model/units';
import { type Evidence, enumerated, type Suspension } from '../evidence';
import type { Finding } from '../problem';
import type { Rule } from '../rule';

/** A task that can never go on, and what it waits for. */
interface Stuck {
  readonly task: number;
  readonly wait: Suspension | null;
  /** The stuck tasks that would have to go on first. */
  readonly behind: readonly number[];
}

/** Nothing can ever run again: the recording ended in a deadlock. */
export const deadlock: Rule = {
  name: 'deadlock',
  *find(evidence) {
    const end = evidence.length - 1;
    if (end < 0) return;
    const event = evidence.recording.event(end);
    if (event.type !== 'end' || event.outcome !== 'deadlock') return;
    yield describe(evidence, stuckTasks(evidence, end), end);
  },
};

function stuckTasks(evidence: Evidence, end: number): readonly Stuck[] {
  const tasks: number[] = [];
  for (let task = 1; task <= evidence.index.tasks.countAt(end); task++) if (!evidence.isFinished(task, end)) tasks.push(task);
  return tasks.map((task) => {
    const wait = evidence.latestSuspension(task, end);
    const behind = wait === null ? [] : blockers(evidence, wait, end).filter((other) => tasks.includes(other));
    return { task, wait, behind };
  });
}

/** The tasks that a wait cannot end without. */
function blockers(evidence: Evidence, { reason, target }: Suspension, end: number): readonly number[] {
  const { resources, scopes } = evidence.index;
  switch (reason) {
    case 'task':
      return [target];
    case 'acquire':
      return resources.stateAt(target, end).holders;
    case 'gather':
    case 'taskGroup':
    case 'shield':
    case 'waitMany':
    case 'asCompleted':
      return scopes.stateAt(target, end).tasks;
    default:
      return [];
  }
}

function describe(evidence: Evidence, stuck: readonly Stuck[], end: number): Finding {
  const cycle = cycleIn(stuck);
  const shown = cycle ?? stuck.filter(({ behind }) => behind.length === 0);
  const first = shown[0];
  const last = Math.max(-1, ...shown.map(({ wait }) => wait?.event ?? -1));
  const waits = shown.map((one) => `${evidence.label(one.task)} waits ${waitOf(evidence, one, end)}`);
  return {
    place: first?.wait ? evidence.placeOfSite(first.wait.site) : null,
    task: first === undefined ? null : evidence.taskOrNull(first.task),
    step: asStep(last === -1 ? end + 1 : last + 1),
    message:
      waits.length === 0
        ? 'Deadlock: the loop runs, but there is nothing left to run: something has to call stop().'
        : `Deadlock: ${cycle === null ? '' : 'in a circle, '}${enumerated(waits)}; nothing can ever run again. ${mend(evidence, shown, cycle !== null)}`,
    fix: null,
  };
}

/** A circle of tasks each of which waits for the next; null if there is none. */
function cycleIn(stuck: readonly Stuck[]): readonly Stuck[] | null {
  const byTask = new Map(stuck.map((one) => [one.task, one]));
  const over = new Set<number>();
  for (const start of stuck) {
    const path: Stuck[] = [];
    const visit = (one: Stuck): readonly Stuck[] | null => {
      const at = path.indexOf(one);
      if (at !== -1) return path.slice(at);
      if (over.has(one.task)) return null;
      path.push(one);
      for (const other of one.behind) {
        const next = byTask.get(other);
        const found = next === undefined ? null : visit(next);
        if (found !== null) return found;
      }
      path.pop();
      over.add(one.task);
      return null;
    };
    const cycle = visit(start);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** After "waits": "for spoon, which soup holds", "for an item of jobs, which nobody is left to put". */
function waitOf(evidence: Evidence, { task, wait, behind }: Stuck, end: number): string {
  if (wait === null) return 'for its first step';
  const { reason, target } = wait;
  const name = RESOURCE_WAITS.has(reason) ? evidence.resourceName(target) : '';
  const state = RESOURCE_WAITS.has(reason) ? evidence.index.resources.stateAt(target, end) : null;
  switch (reason) {
    case 'acquire': {
      const holders = [...new Set(state?.holders ?? [])];
      if (holders.length === 0) return `for ${name}, which nobody is left to release`;
      if (holders.includes(task)) return `for ${name}, which it holds itself`;
      const ended = holders.every((holder) => holder !== 0 && !behind.includes(holder));
      return `for ${name}, which ${evidence.labels(holders)} ${ended ? 'took and never released' : holders.length === 1 ? 'holds' : 'hold'}`;
    }
    case 'get':
      return `for an item of ${name}, which nobody is left to put`;
    case 'put':
      return `for room in ${name}, which is full and nobody is left to get from`;
    case 'join':
      return `for ${name}.join(), with ${state?.unfinished ?? 0} task_done() missing`;
    case 'wait':
      return waitForState(evidence, target, state?.value ?? 0, state?.capacity ?? 0);
    case 'task':
      return `for ${evidence.label(target)}`;
    case 'future':
      return 'for a future whose result nobody is left to set';
    case 'gather':
    case 'taskGroup':
    case 'shield':
    case 'waitMany':
    case 'asCompleted':
      return behind.length === 0 ? 'for a group of tasks' : `for ${evidence.labels(behind)}`;
    default:
      return 'for something that never comes';
  }
}

const RESOURCE_WAITS: ReadonlySet<Suspension['reason']> = new Set(['acquire', 'get', 'put', 'join', 'wait'] as const);

function waitForState(evidence: Evidence, resource: number, value: number, capacity: number): string {
  const name = evidence.resourceName(resource);
  switch (evidence.resourceKind(resource)) {
    case 'Barrier':
      return `at ${name} with ${value} of ${capacity} arrived, and nobody else will come`;
    case 'Condition':
      return `for ${name}, which nobody is left to notify`;
    default:
      return `for ${name}, which nobody is left to set`;
  }
}

function mend(evidence: Evidence, shown: readonly Stuck[], isCycle: boolean): string {
  const reasons = new Set(shown.map(({ wait }) => wait?.reason));
  if (isCycle && reasons.has('acquire'))
    return shown.length === 1 ? 'Take the lock once only: asyncio.Lock is not reentrant.' : 'Take the locks in the same order everywhere.';
  if (isCycle) return 'Break the circle: one of them must not wait for the other.';
  if (reasons.has('acquire')) return 'Release what was acquired, best with “async with”.';
  if (reasons.has('get')) return 'Put an item that says it is over, shut the queue down, or cancel who waits.';
  if (reasons.has('put')) return 'Keep somebody who gets items until all are put.';
  if (reasons.has('join')) return 'Call task_done() once for each item, in a finally.';
  const wait = shown.find(({ wait: one }) => one?.reason === 'wait')?.wait;
  if (wait) {
    const kind = evidence.resourceKind(wait.target);
    if (kind === 'Barrier') return 'Let as many tasks arrive as the barrier has parties.';
    return kind === 'Condition' ? 'Notify after each change, holding the lock.' : 'Call set() on every path, also when something fails.';
  }
  return 'Make sure that somebody finishes what they wait for, or use a timeout.';
}
