import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { regrouped } from './booleans';
import type { Piece } from './piece';
import { CannotEvaluate } from './values';

/** The expression that a text is. Throws CannotEvaluate where it is none. */
export function parseExpression(text: string): Piece {
  const trimmed = text.trim();
  if (trimmed === '') throw new CannotEvaluate('there is no expression');
  const script = pieceOf(parser.parse(trimmed).topNode, trimmed);
  const [statement, ...others] = script.parts;
  if (hasMistake(script)) throw new CannotEvaluate('this is no Python expression');
  if (statement === undefined || others.length > 0 || statement.kind !== 'ExpressionStatement') {
    const hint = statement?.kind === 'AssignStatement' ? ': to compare, write ==' : '';
    throw new CannotEvaluate(`this is a statement, not an expression${hint}`);
  }
  const [expression, ...more] = statement.parts;
  if (expression === undefined || more.length > 0) throw new CannotEvaluate('put a tuple in parentheses');
  return regrouped(expression);
}

function pieceOf(node: SyntaxNode, text: string): Piece {
  const parts: Piece[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) parts.push(pieceOf(child, text));
  return { kind: node.type.isError ? MISTAKE : node.name, text: text.slice(node.from, node.to), parts };
}

const MISTAKE = 'mistake';

const hasMistake = (piece: Piece): boolean => piece.kind === MISTAKE || piece.parts.some(hasMistake);

const SIGNS = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '.']);

/** The pieces between brackets and commas. */
export const inner = (piece: Piece): readonly Piece[] => piece.parts.filter(({ kind }) => !SIGNS.has(kind));
