import type { SyntaxNode } from '@lezer/common';
import { calleeOf, children, enclosing, everywhere, namesBoundIn, namesIn, type Source, statementsOf, targetsOf, within } from './source';

/** Awaits that could run together: statements in a row that do not use one another's results, or one in a `for` loop. */
export interface AwaitGroup {
  readonly file: string;
  readonly lines: readonly number[];
  /** The offset of each await. */
  readonly offsets: readonly number[];
  /** What is called: "fetch". */
  readonly calls: readonly string[];
  readonly isLoop: boolean;
}

/** Objects of which one thing at a time can be asked. */
const ONE_AT_A_TIME =
  /^(self|cls|.*(conn|connection|cur|cursor|tx|transaction|reader|writer|ws|websocket|sock|stream|file|lock|sem|queue|event))$/i;
/** Calls that wait on purpose. */
const WAITS = /(^|\.)(sleep|wait|wait_for|gather|join|get|put|acquire|aclose|anext|__\w+__)$/;

/** The groups of a file. */
export function independentAwaits(source: Source): readonly AwaitGroup[] {
  const bodies = everywhere(source.root, 'Body').filter(
    (body) => enclosing(body, 'FunctionDefinition', 'LambdaExpression', 'ClassDefinition')?.firstChild?.name === 'async',
  );
  return bodies.flatMap((body) => [...inARow(source, body), ...inALoop(source, body)]);
}

function* inARow(source: Source, body: SyntaxNode): Generator<AwaitGroup> {
  let row: SyntaxNode[] = [];
  let bound = new Set<string>();
  const flush = function* (): Generator<AwaitGroup> {
    if (row.length > 1) yield groupOf(source, row, false);
    row = [];
    bound = new Set();
  };
  for (const statement of statementsOf(body)) {
    const awaited = awaitIn(source, statement);
    if (awaited === null) {
      if (isPrint(source, statement)) continue;
      yield* flush();
      continue;
    }
    const last = row.at(-1);
    const goesOn = last === undefined || isAnswer(last) || isAnswer(awaited) || calleeIn(source, last) === calleeIn(source, awaited);
    if (!goesOn || [...namesIn(source, awaited)].some((name) => bound.has(name))) yield* flush();
    row.push(awaited);
    for (const name of namesBoundIn(source, statement)) bound.add(name);
  }
  yield* flush();
}

/** `for x in xs: results.append(await fetch(x))`: no early end, and nothing that one round leaves to the next. */
function* inALoop(source: Source, body: SyntaxNode): Generator<AwaitGroup> {
  if (body.parent?.name !== 'ForStatement' || body.parent.firstChild?.name === 'async') return;
  if (within(body, 'BreakStatement', 'ReturnStatement', 'RaiseStatement', 'TryStatement', 'YieldExpression').length > 0) return;
  const awaits = within(body, 'AwaitExpression');
  const statement = statementsOf(body).find((one) => one.from <= (awaits[0]?.from ?? -1) && (awaits[0]?.to ?? -1) <= one.to);
  const awaited = statement === undefined ? null : awaitIn(source, statement);
  if (awaits.length !== 1 || awaited === null || within(body, 'ForStatement', 'WhileStatement', 'WithStatement').length > 0) return;
  const used = namesIn(source, awaited);
  if ([...namesBoundIn(source, body)].some((name) => used.has(name))) return;
  // The same thing again and again is done for what it does, in turn.
  if (!targetsOf(body.parent).some((target) => [...namesIn(source, target)].some((name) => used.has(name)))) return;
  // `for phase in phases: await phase()` goes through its phases.
  const callee = calleeIn(source, awaited);
  if (targetsOf(body.parent).some((target) => source.textOf(target) === callee)) return;
  yield groupOf(source, [awaited], true);
}

/** The one await of a statement, if it is of a call that could as well run beside others. */
function awaitIn(source: Source, statement: SyntaxNode): SyntaxNode | null {
  if (statement.name !== 'ExpressionStatement' && statement.name !== 'AssignStatement') return null;
  const awaits = within(statement, 'AwaitExpression');
  const call = awaits[0]?.getChild('CallExpression');
  if (awaits.length !== 1 || awaits[0] === undefined || !call) return null;
  const callee = calleeOf(source, call);
  if (WAITS.test(callee) || ONE_AT_A_TIME.test(callee.split('.').at(-2) ?? '')) return null;
  // A method whose answer nobody wants is called for what it does to its object.
  const isUsed = statement.name === 'AssignStatement' || statement.firstChild?.name !== 'AwaitExpression';
  return callee.includes('.') && !isUsed ? null : awaits[0];
}

/** Whether somebody uses what is awaited. Different calls for the sake of what they do are steps in an order. */
const isAnswer = (awaited: SyntaxNode): boolean => awaited.parent?.name !== 'ExpressionStatement';

const calleeIn = (source: Source, awaited: SyntaxNode): string => calleeOf(source, awaited.getChild('CallExpression') ?? awaited);

const isPrint = (source: Source, statement: SyntaxNode): boolean =>
  statement.name === 'ExpressionStatement' &&
  /^print\(/.test(source.textOf(statement)) &&
  within(statement, 'AwaitExpression').length === 0;

function groupOf(source: Source, awaits: readonly SyntaxNode[], isLoop: boolean): AwaitGroup {
  const statements = awaits.map((node) => enclosing(node, 'ExpressionStatement', 'AssignStatement') ?? node);
  return {
    file: source.file,
    lines: statements.map((statement) => source.lineOf(statement.from)),
    offsets: awaits.map((node) => node.from),
    calls: awaits.map((node) => calleeOf(source, children(node).find(({ name }) => name === 'CallExpression') ?? node)),
    isLoop,
  };
}
