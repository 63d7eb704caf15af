import { asStep } from '../../../model/units';
import { KIND, WORDS } from '../../../model/vocabulary';
import { type Evidence, seconds } from '../evidence';
import type { Finding, Fix, ProblemPlace } from '../problem';
import type { Rule } from '../rule';
import { calleeOf, enclosing, isAsync, type Source, within } from '../source';

/** Nanoseconds that one handle may hold the loop. */
const LONGEST = 50_000_000;
/** As many steps without an await, and a run that is cut short, are a loop that nothing ends. */
const MANY_STEPS = 10_000;
const IDLE = WORDS.clockCause.indexOf('idle');
const BLOCKED = WORDS.clockCause.indexOf('blocked');

/** How a run ends that is cut short; one that was stopped by hand has no end. */
const CUT_SHORT: ReadonlySet<number> = new Set([WORDS.programOutcome.indexOf('budget'), WORDS.programOutcome.indexOf('stopped')]);

/** One run of a handle that moved the clock. */
interface Hold {
  /** Where the handle began to run. */
  readonly run: number;
  readonly task: number;
  readonly place: ProblemPlace | null;
  /** The event that moved the clock the most. */
  readonly event: number;
  readonly cause: number;
  readonly total: number;
}

/** One task or callback held the loop for long: nobody else could run. Once for each line. */
export const blockingCall: Rule = {
  name: 'blocking-call',
  *find(evidence) {
    const endless = runWithoutEnd(evidence);
    if (endless !== -1) yield describeEndless(evidence, endless);
    const byPlace = new Map<string, Hold[]>();
    for (const hold of holds(evidence)) {
      if (hold.total < LONGEST || hold.run === endless) continue;
      const key = hold.place === null ? `task ${hold.task}` : `${hold.place.file}:${hold.place.line}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), hold]);
    }
    for (const same of byPlace.values()) yield* describe(evidence, same);
  },
};

/**
 * The `run` of the handle that ran when the run was cut short, if it had long not given control back: the clock need not tell, for computing
 * moves it only a little. -1 for none.
 */
function runWithoutEnd({ index, recording }: Evidence): number {
  const end = recording.length - 1;
  if (recording.kindAt(end) === KIND.end && !CUT_SHORT.has(recording.fieldAt(end, 0))) return -1;
  const runner = index.running.latest.who === 'nobody' ? index.running.at(end) : index.running.latest;
  return runner.who === 'handle' && end - runner.event >= MANY_STEPS ? runner.event : -1;
}

function describeEndless(evidence: Evidence, run: number): Finding {
  const end = evidence.recording.length - 1;
  const task = evidence.recording.fieldAt(run, 1);
  const who = task === 0 ? 'A callback' : evidence.label(task);
  const steps = (end - run).toLocaleString('en');
  return {
    place: evidence.placeOfEvent(end),
    task: evidence.taskOrNull(task),
    step: asStep(end),
    message: `${who} ran for ${steps} steps without an await, until the run was cut short: no other task could run meanwhile. If it is to end, look at what should end it; if not, let the others run with “await asyncio.sleep(0)”.`,
    fix: null,
  };
}

/** The handles that moved the clock while they ran. */
function* holds(evidence: Evidence): Generator<Hold> {
  const { index, recording } = evidence;
  let current: { run: number; end: number; total: number; most: number; event: number } | null = null;
  const finished = (): Hold | null =>
    current === null
      ? null
      : {
          run: current.run,
          task: recording.fieldAt(current.run, 1),
          place: evidence.placeOfEvent(current.event),
          event: current.event,
          cause: recording.fieldAt(current.event, 2),
          total: current.total,
        };
  for (let at = 0; at < index.holdUps.length; at++) {
    const event = index.holdUps.at(at);
    if (recording.kindAt(event) !== KIND.clock || recording.fieldAt(event, 2) === IDLE) continue;
    const runner = index.running.at(event);
    if (runner.who !== 'handle') continue;
    if (current === null || current.run !== runner.event) {
      const hold = finished();
      if (hold !== null) yield hold;
      current = { run: runner.event, end: evidence.endOfRun(runner.event), total: 0, most: 0, event };
    }
    const moved = recording.timeAt(event, 0) - evidence.clock(event);
    current.total += moved;
    if (moved > current.most) {
      current.most = moved;
      current.event = event;
    }
  }
  const hold = finished();
  if (hold !== null) yield hold;
}

function* describe(evidence: Evidence, same: readonly Hold[]): Generator<Finding> {
  const [hold] = same;
  if (hold === undefined) return;
  const { place, task, event } = hold;
  const source = place === null ? null : evidence.source(place.file);
  const sleep = source === null || place === null ? null : sleepOn(source, place.line);
  const who = task === 0 ? 'A callback' : evidence.label(task);
  const does =
    sleep !== null ? 'slept with time.sleep and' : hold.cause === BLOCKED ? 'waited without an await and' : 'computed without an await and';
  const times = same.length > 1 ? `, the first of ${same.length} times here` : '';
  yield {
    place: sleep !== null && place !== null ? { ...place, column: source?.columnOf(sleep.from) ?? place.column } : place,
    task: evidence.taskOrNull(task),
    step: asStep(event + 1),
    message: `${who} ${does} held the loop for ${seconds(hold.total)}${times}: no other task could run meanwhile. ${mend(sleep !== null, hold.cause)}`,
    fix: sleep === null || source === null ? null : sleepInstead(source, sleep),
  };
}

function mend(isSleep: boolean, cause: number): string {
  if (isSleep) return 'Use “await asyncio.sleep(…)”, which lets the others run.';
  return cause === BLOCKED
    ? 'Use an awaitable instead, or give the call to a thread: “await asyncio.to_thread(…)”.'
    : 'Let the others run now and then with “await asyncio.sleep(0)”, or compute in a thread or process.';
}

/** The call of `time.sleep` on a line, if there is just one. */
function sleepOn(source: Source, line: number) {
  const statement = source.around(line, 'ExpressionStatement', 'AssignStatement', 'StatementGroup') ?? source.root;
  const calls = within(statement, 'CallExpression').filter(
    (call) => source.lineOf(call.from) === line && /^(time\.)?sleep$/.test(calleeOf(source, call)),
  );
  return calls.length === 1 ? (calls[0] ?? null) : null;
}

/** `time.sleep(1)` as `await asyncio.sleep(1)`, where that is allowed. */
function sleepInstead(source: Source, sleep: NonNullable<ReturnType<typeof sleepOn>>): Fix | null {
  const around = enclosing(sleep, 'FunctionDefinition', 'LambdaExpression');
  const hasAsyncio = /^import asyncio\b/m.test(source.text);
  const callee = sleep.firstChild;
  if (around?.name !== 'FunctionDefinition' || !isAsync(around) || !hasAsyncio || callee === null) return null;
  return {
    title: 'Sleep without holding the loop',
    edits: [{ file: source.file, from: callee.from, to: callee.to, insert: 'await asyncio.sleep' }],
  };
}
