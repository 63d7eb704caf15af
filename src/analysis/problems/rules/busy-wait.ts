import type { SyntaxNode } from '@lezer/common';
import { asStep } from '../../../model/units';
import { timeOfHandle } from '../../../model/views/handles';
import { seconds } from '../evidence';
import type { Rule } from '../rule';
import { argumentsOf, calleeOf, enclosing, everywhere, namesBoundIn, namesIn, type Source, statementsOf, within } from '../source';

/** Nanoseconds up to which a sleep is short. */
const SHORT = 500_000_000;
/** How many short sleeps in a row are polling. */
const MANY = 3;
const SLEEP = /(^|\.)sleep$/;
/** What a loop may do besides sleeping and still do nothing but wait. */
const TELLS = /^(print|log|logger|logging)\b/;
const ASKS_TIME = /\b(time|monotonic|perf_counter|now|is_running)\(/;

/** A loop in the program that does nothing but look and sleep. */
interface Poll {
  readonly source: Source;
  readonly loop: SyntaxNode;
  /** What it waits for, as Python. */
  readonly condition: string;
}

/** A loop that polls with short sleeps for what somebody could tell it. */
export const busyWait: Rule = {
  name: 'busy-wait',
  *find(evidence) {
    const polls = new Map<string, Poll>();
    for (const source of evidence.allSources()) for (const [line, poll] of pollsIn(source)) polls.set(`${source.file}:${line}`, poll);
    if (polls.size === 0) return;
    const counts = new Map<string, { count: number; slept: number }>();
    for (const event of evidence.events('suspend')) {
      const { reason, target, site } = evidence.suspension(event);
      if (reason !== 'sleep' && reason !== 'yielded') continue;
      const key = evidence.recording.string(site);
      const poll = polls.get(key);
      if (poll === undefined) continue;
      const slept = reason === 'yielded' ? 0 : (timeOfHandle(evidence.index, target) ?? 0) - evidence.clock(event);
      if (slept > SHORT) continue;
      const task = evidence.recording.fieldAt(event, 0);
      const before = counts.get(`${task} ${key}`) ?? { count: 0, slept: 0 };
      const so = { count: before.count + 1, slept: before.slept + slept };
      counts.set(`${task} ${key}`, so);
      if (so.count !== MANY) continue;
      polls.delete(key);
      const { source, loop, condition } = poll;
      yield {
        place: evidence.placeAt(source.file, source.lineOf(loop.from), loop.from),
        task: evidence.taskOrNull(task),
        step: asStep(event + 1),
        message: `${evidence.label(task)} looks again and again ${so.slept === 0 ? 'at each turn of the loop' : `every ${seconds(so.slept / MANY)}`} whether ${condition} has changed: that costs turns, and it learns of it late. Let whoever changes it set an asyncio.Event (or notify a Condition), and await that.`,
        fix: null,
      };
    }
  },
};

/** The polling loops of a file, by the line of their sleep. */
function* pollsIn(source: Source): Generator<readonly [line: number, poll: Poll]> {
  for (const loop of everywhere(source.root, 'WhileStatement')) {
    if (enclosing(loop, 'FunctionDefinition') === null) continue;
    const head = loop.firstChild?.nextSibling ?? null;
    const statements = statementsOf(loop);
    const sleeps = statements.filter((statement) => isSleep(source, statement));
    const rest = statements.filter((statement) => !sleeps.includes(statement));
    const [sleep] = sleeps;
    if (head === null || sleep === undefined || sleeps.length > 1) continue;
    const isEndless = /^(True|1)$/.test(source.textOf(head));
    const exits = isEndless ? rest.filter(isExit) : [];
    const condition = isEndless ? (exits[0]?.getChild('if')?.nextSibling ?? null) : head;
    if (condition === null || exits.length > 1) continue;
    if (!rest.every((statement) => exits.includes(statement) || onlyTells(source, statement))) continue;
    const bound = namesBoundIn(source, loop);
    if (ASKS_TIME.test(source.textOf(condition)) || within(condition, 'AwaitExpression').length > 0) continue;
    if ([...namesIn(source, condition)].some((name) => bound.has(name)) || namesIn(source, condition).size === 0) continue;
    yield [source.lineOf(sleep.from), { source, loop, condition: source.textOf(condition) }];
  }
}

function isSleep(source: Source, statement: SyntaxNode): boolean {
  const awaited = statement.name === 'ExpressionStatement' ? statement.firstChild : null;
  const call = awaited?.name === 'AwaitExpression' ? awaited.getChild('CallExpression') : null;
  return call != null && SLEEP.test(calleeOf(source, call)) && argumentsOf(call).length === 1;
}

/** `if …: break`, or `return`. */
function isExit(statement: SyntaxNode): boolean {
  if (statement.name !== 'IfStatement' || statement.getChildren('Body').length !== 1) return false;
  const inside = statementsOf(statement);
  return inside.length === 1 && (inside[0]?.name === 'BreakStatement' || inside[0]?.name === 'ReturnStatement');
}

function onlyTells(source: Source, statement: SyntaxNode): boolean {
  if (statement.name === 'PassStatement' || statement.name === 'UpdateStatement') return true;
  return (
    statement.name === 'ExpressionStatement' && within(statement, 'AwaitExpression').length === 0 && TELLS.test(source.textOf(statement))
  );
}
