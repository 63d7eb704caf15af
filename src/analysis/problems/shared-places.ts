import type { SyntaxNode } from '@lezer/common';
import { children, enclosing, everywhere, isAsync, type Source, statementsOf, targetsOf, within } from './source';

/** Something that several tasks can read and write: a global variable, an attribute, an item of a global dict under a literal key. */
export interface SharedPlace {
  /** As the program writes it: "balance", "self.total", "stats['hits']". */
  readonly text: string;
  /** The variable whose attribute it is; null for a global or an item of one. */
  readonly base: string | null;
  /** Of a global its name, of an attribute the attribute's. */
  readonly name: string;
}

/** One statement that reads or writes shared places. Lines count from 1. */
export interface Access {
  readonly line: number;
  readonly reads: readonly SharedPlace[];
  readonly writes: readonly SharedPlace[];
  /** Whether it awaits between reading and writing, so that it writes at its end only. */
  readonly awaits: boolean;
  /** The places among those it writes whose new value follows from what was read of them before: by this or an earlier statement. */
  readonly depends: readonly SharedPlace[];
}

const sameKind = (one: SharedPlace, other: SharedPlace): boolean =>
  one.name === other.name && (one.base === null) === (other.base === null);

/** All accesses in a file's functions. */
export function accessesIn(source: Source): readonly Access[] {
  const globals = new Set(
    statementsOf(source.root).flatMap((statement) =>
      targetsOf(statement).flatMap((target) => (target.name === 'VariableName' ? [source.textOf(target)] : [])),
    ),
  );
  return everywhere(source.root, 'FunctionDefinition').flatMap((fn) => accessesOf(source, fn, globals));
}

const SIMPLE = ['AssignStatement', 'UpdateStatement', 'ExpressionStatement', 'ReturnStatement'];
const COMPOUND = ['IfStatement', 'WhileStatement'];

function accessesOf(source: Source, fn: SyntaxNode, globals: ReadonlySet<string>): readonly Access[] {
  const body = fn.getChild('Body');
  if (body === null) return [];
  const declared = new Set(
    within(body, 'ScopeStatement').flatMap((scope) => (scope.firstChild?.name === 'global' ? namesOf(source, scope) : [])),
  );
  const parameters = fn.getChild('ParamList');
  const bound = new Set([...boundNames(source, body), ...(parameters === null ? [] : namesOf(source, parameters))]);
  const isGlobal = (name: string): boolean => declared.has(name) || (globals.has(name) && !bound.has(name));
  const placeOf = (node: SyntaxNode): SharedPlace | null => sharedPlace(source, node, isGlobal);
  const readsIn = (node: SyntaxNode): readonly SharedPlace[] =>
    [node, ...within(node, 'VariableName', 'MemberExpression')].flatMap((one) => {
      const isCallee = one.parent?.name === 'CallExpression' && one.parent.firstChild?.from === one.from && one.name === 'MemberExpression';
      const place = isCallee || (one.parent?.name === 'MemberExpression' && one.name === 'VariableName') ? null : placeOf(one);
      return place === null ? [] : [place];
    });
  /** By local variable, the shared places from which its value follows. */
  const taints = new Map<string, readonly SharedPlace[]>();
  const accesses: Access[] = [];
  for (const statement of within(body, ...SIMPLE, ...COMPOUND)) {
    const line = source.lineOf(statement.from);
    if (COMPOUND.includes(statement.name)) {
      const test = statement.firstChild?.nextSibling ?? null;
      if (test !== null) accesses.push({ line, reads: readsIn(test), writes: [], awaits: false, depends: [] });
      continue;
    }
    const isUpdate = statement.name === 'UpdateStatement';
    const targets = statement.name === 'AssignStatement' || isUpdate ? targetsOf(statement) : [];
    const value = targets.length > 0 ? statement.lastChild : statement;
    if (value === null) continue;
    const writes = targets.flatMap((target) => placeOf(target) ?? []);
    const awaits = within(statement, 'AwaitExpression').length > 0;
    const reads = [...readsIn(value), ...(isUpdate ? writes : [])];
    const carried = namesOf(source, value).flatMap((name) => taints.get(name) ?? []);
    for (const target of targets)
      if (target.name === 'VariableName' && placeOf(target) === null) taints.set(source.textOf(target), [...reads, ...carried]);
    const guards = isAsync(fn) && !isUpdate ? guardsOf(statement).flatMap((test) => readsIn(test)) : [];
    const depends = writes.filter((place) => {
      const rereads = reads.some((read) => sameKind(read, place));
      if (rereads) return awaits && readsBeforeAwait(source, statement, place, isUpdate);
      return [...carried, ...guards].some((other) => sameKind(other, place) && other.text === place.text);
    });
    if (reads.length + writes.length > 0) accesses.push({ line, reads, writes, awaits, depends: isAsync(fn) ? depends : [] });
  }
  return accesses;
}

/** The names that a function binds: not those whose attributes or items it sets. */
function boundNames(source: Source, body: SyntaxNode): readonly string[] {
  const binding = within(body, 'AssignStatement', 'UpdateStatement', 'NamedExpression', 'ForStatement', 'WithStatement');
  const targets = binding.flatMap((statement) => targetsOf(statement));
  return targets.flatMap((target) => (target.name === 'MemberExpression' ? [] : namesOf(source, target)));
}

function sharedPlace(source: Source, node: SyntaxNode, isGlobal: (name: string) => boolean): SharedPlace | null {
  const text = source.textOf(node);
  if (node.name === 'VariableName') return isGlobal(text) ? { text, base: null, name: text } : null;
  if (node.name !== 'MemberExpression') return null;
  const [base, opening, key] = children(node);
  if (base?.name !== 'VariableName' || key === undefined) return null;
  const owner = source.textOf(base);
  if (opening?.name === '.') return { text, base: owner, name: source.textOf(key) };
  return isGlobal(owner) && (key.name === 'String' || key.name === 'Number') ? { text, base: null, name: text.replaceAll("'", '"') } : null;
}

/** The tests of the `if`s around a statement, in its function, with an await between the test and the statement. */
function guardsOf(statement: SyntaxNode): readonly SyntaxNode[] {
  const tests: SyntaxNode[] = [];
  for (let around = enclosing(statement.parent, 'IfStatement', 'FunctionDefinition'); around?.name === 'IfStatement'; ) {
    const test = around.firstChild?.nextSibling ?? null;
    const awaits = within(around, 'AwaitExpression', 'WithStatement').some(
      (node) => node.from < statement.to && (node.name === 'AwaitExpression' || isAsync(node)),
    );
    if (test !== null && awaits) tests.push(test);
    around = enclosing(around.parent, 'IfStatement', 'FunctionDefinition');
  }
  return tests;
}

/** Whether a statement that reads and writes a place reads it before its await: operands are evaluated from left to right. */
function readsBeforeAwait(source: Source, statement: SyntaxNode, place: SharedPlace, isUpdate: boolean): boolean {
  const first = within(statement, 'AwaitExpression')[0];
  if (isUpdate || first === undefined) return isUpdate;
  const value = statement.lastChild;
  if (value === null) return false;
  return [value, ...within(value, 'VariableName', 'MemberExpression')].some(
    (node) => source.textOf(node) === place.text && node.from < first.from,
  );
}

const namesOf = (source: Source, node: SyntaxNode): readonly string[] =>
  node.name === 'VariableName' ? [source.textOf(node)] : within(node, 'VariableName').map((name) => source.textOf(name));
