import type { SyntaxNode } from '@lezer/common';
import type { Fix } from './problem';
import { children, enclosing, type Source, statementsOf, within } from './source';

/** What in the user's code would catch a `CancelledError` raised on some line: an except clause, or `with suppress(…)`. */
export interface Catcher {
  /** Its lines: those of the except clause, or of the whole `with`. */
  readonly first: number;
  readonly last: number;
  /** The line that says what it catches, and the offset of that. */
  readonly line: number;
  readonly offset: number;
  /** The statement's first line. */
  readonly tryLine: number;
  readonly statement: SyntaxNode;
  readonly body: SyntaxNode;
  readonly suppresses: boolean;
  /** Whether it takes the cancellation back, as is due where one is meant to be swallowed. */
  readonly uncancels: boolean;
}

/** What an except clause catches, by its text: nothing at all means everything. */
const CATCHES = /CancelledError|BaseException/;

/** The innermost that would catch a `CancelledError` raised on a line; `beyond`: one further out than that. */
export function catcherOf(source: Source, line: number, beyond: Catcher | null = null): Catcher | null {
  let inner: SyntaxNode | null = beyond?.statement ?? null;
  let node = beyond === null ? source.around(line, 'TryStatement', 'WithStatement', 'FunctionDefinition') : inner?.parent;
  for (; node; node = node.parent) {
    if (node.name === 'FunctionDefinition' || node.name === 'LambdaExpression') return null;
    const found =
      node.name === 'TryStatement' ? inTry(source, node, line, inner) : node.name === 'WithStatement' ? inWith(source, node) : null;
    if (found !== null) return found;
    inner = node;
  }
  return null;
}

function inTry(source: Source, node: SyntaxNode, line: number, inner: SyntaxNode | null): Catcher | null {
  const tried = node.getChild('Body');
  if (tried === null) return null;
  const [first, last] = source.linesOf(tried);
  const at = inner === null ? line : source.lineOf(inner.from);
  if (at < first || at > last) return null;
  const parts = children(node);
  for (const [position, part] of parts.entries()) {
    if (part.name !== 'except') continue;
    const bodyAt = parts.findIndex(({ name }, other) => other > position && name === 'Body');
    const body = parts[bodyAt];
    if (body === undefined) continue;
    const what = source.text
      .slice(part.to, body.from)
      .replace(/\bas\b.*/s, '')
      .trim();
    if (what !== '' && !CATCHES.test(what)) continue;
    return {
      first: source.lineOf(part.from),
      last: source.linesOf(body)[1],
      line: source.lineOf(part.from),
      offset: part.from,
      tryLine: source.lineOf(node.from),
      statement: node,
      body,
      suppresses: false,
      uncancels: source.textOf(body).includes('uncancel('),
    };
  }
  return null;
}

function inWith(source: Source, node: SyntaxNode): Catcher | null {
  const body = node.getChild('Body');
  if (body === null) return null;
  const head = source.text.slice(node.from, body.from);
  if (!/\bsuppress\(/.test(head) || !CATCHES.test(head)) return null;
  const [first, last] = source.linesOf(node);
  return { first, last, line: first, offset: node.from, tryLine: first, statement: node, body, suppresses: true, uncancels: false };
}

/** Whether a line of an except clause raises. */
export function raisesOn(source: Source, { body }: Catcher, line: number): boolean {
  return within(body, 'RaiseStatement').some((node) => {
    const [first, last] = source.linesOf(node);
    return first <= line && line <= last;
  });
}

/** Statements that end an except clause without raising. */
const ENDINGS = ['PassStatement', 'ReturnStatement', 'BreakStatement', 'ContinueStatement'];

/** The except clause with `raise` at its end. */
export function raiseInstead(source: Source, { body, statement }: Catcher): Fix | null {
  const last = statementsOf(body).at(-1);
  if (last === undefined || enclosing(statement, 'TryStatement') === null) return null;
  const title = 'Raise it again';
  if (ENDINGS.includes(last.name)) return { title, edits: [{ file: source.file, from: last.from, to: last.to, insert: 'raise' }] };
  const end = lastCharacter(source, last);
  const isOneLine = source.lineOf(body.from) === source.lineOf(last.from);
  const insert = isOneLine ? '; raise' : `\n${source.indentOf(source.lineOf(last.from))}raise`;
  return { title, edits: [{ file: source.file, from: end, to: end, insert }] };
}

/** Where the text of a statement ends, without the line end that a compound one includes. */
const lastCharacter = (source: Source, node: SyntaxNode): number => node.from + source.textOf(node).trimEnd().length;
