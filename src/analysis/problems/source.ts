import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** One of the program's files as text and syntax. Lines count from 1. What cannot be parsed is skipped, never refused. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly root: SyntaxNode;
  private readonly lineStarts: readonly number[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.root = parser.parse(text).topNode;
    const starts = [0];
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.lineStarts = starts;
  }

  textOf(node: SyntaxNode | null): string {
    return node === null ? '' : this.text.slice(node.from, node.to);
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  startOf(line: number): number {
    return this.lineStarts[line - 1] ?? this.text.length;
  }

  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/\r?\n$/, '');
  }

  indentOf(line: number): string {
    return /^\s*/.exec(this.lineText(line))?.[0] ?? '';
  }

  /** The column of an offset, from 1, in characters as a reader counts them. */
  columnOf(offset: number): number {
    return Array.from(this.text.slice(this.startOf(this.lineOf(offset)), offset)).length + 1;
  }

  /** The whole line or lines that a node stands on, as a range of lines. */
  linesOf(node: SyntaxNode): readonly [first: number, last: number] {
    return [this.lineOf(node.from), this.lineOf(Math.max(node.from, node.to - 1))];
  }

  /** The innermost node of one of these kinds in which the first word of a line stands; null if there is none. */
  around(line: number, ...kinds: readonly string[]): SyntaxNode | null {
    const first = this.startOf(line) + this.indentOf(line).length;
    return enclosing(this.root.resolveInner(first, 1), ...kinds);
  }
}

/** The node itself or the nearest around it of one of these kinds. */
export function enclosing(node: SyntaxNode | null, ...kinds: readonly string[]): SyntaxNode | null {
  for (let around = node; around !== null; around = around.parent) if (kinds.includes(around.name)) return around;
  return null;
}

export function children(node: SyntaxNode): readonly SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) all.push(child);
  return all;
}

/** What opens a scope of names of its own: what is inside runs at another time. */
const SCOPES = ['FunctionDefinition', 'LambdaExpression', 'ClassDefinition'];

/** All nodes of these kinds below a node, in order, without those in functions, lambdas and classes defined inside. */
export function within(node: SyntaxNode, ...kinds: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const child of children(node)) {
    if (kinds.includes(child.name)) found.push(child);
    if (!SCOPES.includes(child.name)) found.push(...within(child, ...kinds));
  }
  return found;
}

/** All nodes of these kinds in a file, wherever they stand. */
export function everywhere(root: SyntaxNode, ...kinds: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  root.cursor().iterate((node) => {
    if (kinds.includes(node.name)) found.push(node.node);
  });
  return found;
}

/** Whether a function, `with` or `for` is an `async` one. */
export const isAsync = (node: SyntaxNode): boolean => node.firstChild?.name === 'async';

/** The statements in a block: what its first Body holds. */
export function statementsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = node.name === 'Body' || node.name === 'Script' ? node : node.getChild('Body');
  return body === null ? [] : children(body).filter(({ name }) => name !== ':' && name !== 'Comment');
}

/** A call's callee: "asyncio.sleep". */
export const calleeOf = (source: Source, call: SyntaxNode): string => source.textOf(call.firstChild).replace(/\s+/g, '');

/** A call's arguments as nodes, those with a keyword left out. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.getChild('ArgList');
  if (list === null) return [];
  const inside = children(list).filter(({ name }) => name !== '(' && name !== ')');
  return inside.filter(
    (node, at) =>
      node.name !== ',' && inside[at + 1]?.name !== 'AssignOp' && inside[at - 1]?.name !== 'AssignOp' && node.name !== 'AssignOp',
  );
}

/** The names that an expression or statement reads or binds: its variables, without attributes. */
export function namesIn(source: Source, node: SyntaxNode): ReadonlySet<string> {
  const all = node.name === 'VariableName' ? [node] : within(node, 'VariableName');
  return new Set(all.map((name) => source.textOf(name)));
}

/** What an assignment, `for` or `with … as` binds: the nodes of its targets. */
export function targetsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts = children(node);
  switch (node.name) {
    case 'AssignStatement': {
      const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
      return parts.slice(0, Math.max(0, last)).filter(({ name }) => name !== 'AssignOp' && name !== ',' && name !== 'TypeDef');
    }
    case 'UpdateStatement':
    case 'NamedExpression':
      return parts.slice(0, 1);
    case 'ForStatement': {
      const begin = parts.findIndex(({ name }) => name === 'for');
      const end = parts.findIndex(({ name }) => name === 'in');
      return parts.slice(begin + 1, end).filter(({ name }) => name !== ',');
    }
    case 'WithStatement':
      return parts.filter((_, at) => parts[at - 1]?.name === 'as');
    default:
      return [];
  }
}

/** The names that statements below a node bind by assignment, `for` or `with`. */
export function namesBoundIn(source: Source, node: SyntaxNode): ReadonlySet<string> {
  const binding = ['AssignStatement', 'UpdateStatement', 'NamedExpression', 'ForStatement', 'WithStatement'];
  const bound = new Set<string>();
  for (const one of [node, ...within(node, ...binding)]) {
    for (const target of targetsOf(one)) for (const name of namesIn(source, target)) bound.add(name);
  }
  return bound;
}
