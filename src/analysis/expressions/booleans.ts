import type { Piece } from './piece';

/**
 * Groups `not`, `and` and `or` as Python does. The grammar lets an unparenthesised `not` reach over all that follows it:
 * "not a or b" is "not (a or b)" there, and "(not a) or b" in Python.
 */
export function regrouped(piece: Piece): Piece {
  return isBoolean(piece) ? orOf(flat(piece)) : { ...piece, parts: piece.parts.map(regrouped) };
}

function isBoolean({ kind, parts }: Piece): boolean {
  return (kind === 'UnaryExpression' && parts[0]?.kind === 'not') || (kind === 'BinaryExpression' && WORDS.has(parts[1]?.kind ?? ''));
}

const WORDS = new Set(['and', 'or']);

/** Operands and the words between and before them, in order. */
const flat = (piece: Piece): readonly Piece[] =>
  isBoolean(piece) ? piece.parts.flatMap(flat) : piece.kind === 'not' || WORDS.has(piece.kind) ? [piece] : [regrouped(piece)];

const orOf = (tokens: readonly Piece[]): Piece => joined(tokens, 'or', andOf);
const andOf = (tokens: readonly Piece[]): Piece => joined(tokens, 'and', notOf);

function joined(tokens: readonly Piece[], word: 'or' | 'and', operandOf: (tokens: readonly Piece[]) => Piece): Piece {
  const last = tokens.findLastIndex(({ kind }) => kind === word);
  const sign = tokens[last];
  if (sign === undefined) return operandOf(tokens);
  return made('BinaryExpression', [joined(tokens.slice(0, last), word, operandOf), sign, operandOf(tokens.slice(last + 1))]);
}

function notOf([first, ...others]: readonly Piece[]): Piece {
  if (first === undefined) return made('nothing', []);
  return others.length === 0 ? first : made('UnaryExpression', [first, notOf(others)]);
}

const made = (kind: string, parts: readonly Piece[]): Piece => ({ kind, text: parts.map(({ text }) => text).join(' '), parts });
