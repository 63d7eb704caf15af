import { numberFrom, textFrom } from './literals';
import type { Piece } from './piece';
import { inner, parseExpression } from './syntax';
import { bool, CannotEvaluate, float, int, NONE, numberOf, type Value } from './values';

/** How the recorder writes that it left something out. */
const LEFT_OUT = '…';

/** What the recorder's short text of a value says of it (runtime/_loopscope/summary.py). What it does not say is opaque. */
export function recordedValue(text: string): Value {
  try {
    return told(parseExpression(text)) ?? { is: 'opaque', text };
  } catch (error) {
    if (error instanceof CannotEvaluate) return { is: 'opaque', text };
    throw error;
  }
}

/** The value of a piece; null where it is not told in full. */
function told(piece: Piece): Value | null {
  switch (piece.kind) {
    case 'None':
      return NONE;
    case 'Boolean':
      return bool(piece.text === 'True');
    case 'Number':
      return numberFrom(piece.text);
    case 'String':
      return textFrom(piece.text);
    case 'UnaryExpression':
      return negated(piece);
    case 'VariableName':
      return FLOATS[piece.text] ?? null;
    case 'ArrayExpression':
      return sequence('list', inner(piece));
    case 'TupleExpression':
      return sequence('tuple', inner(piece));
    case 'SetExpression':
      return sequence('set', inner(piece));
    case 'DictionaryExpression':
      return dict(inner(piece));
    case 'CallExpression':
      return call(piece);
    default:
      return null;
  }
}

const FLOATS: Readonly<Record<string, Value>> = { inf: float(Number.POSITIVE_INFINITY), nan: float(Number.NaN) };

function negated(piece: Piece): Value | null {
  const [sign, operand] = piece.parts;
  const value = operand === undefined ? null : told(operand);
  const number = value === null ? null : numberOf(value);
  if (sign?.text !== '-' || number === null) return null;
  return typeof number === 'bigint' ? int(-number) : float(-number);
}

/** A value of which a part is not told in full is itself told in part; only what was left out makes it opaque. */
const partOf = (piece: Piece): Value => told(piece) ?? { is: 'opaque', text: piece.text };

function sequence(is: 'list' | 'tuple' | 'set' | 'deque', pieces: readonly Piece[]): Value | null {
  return pieces.some(({ text }) => text === LEFT_OUT) ? null : { is, items: pieces.map(partOf) };
}

function dict(pieces: readonly Piece[]): Value | null {
  if (pieces.some(({ text }) => text === LEFT_OUT)) return null;
  const entries: (readonly [Value, Value])[] = [];
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const [key, value] = [pieces[i], pieces[i + 1]];
    if (key !== undefined && value !== undefined) entries.push([partOf(key), partOf(value)]);
  }
  return { is: 'dict', entries };
}

/** "deque([1, 2])", "set()", "Job(id=3, name='a')"; all else that looks like a call says no more than the kind. */
function call({ parts }: Piece): Value | null {
  const [callee, list] = parts;
  if (callee?.kind !== 'VariableName' || list === undefined) return null;
  const args = inner(list);
  const [first] = args;
  if (callee.text === 'deque' && first?.kind === 'ArrayExpression') return sequence('deque', inner(first));
  if ((callee.text === 'set' || callee.text === 'frozenset') && args.length === 0) return { is: 'set', items: [] };
  return object(callee.text, args);
}

function object(type: string, args: readonly Piece[]): Value | null {
  const attributes = new Map<string, Value>();
  let position = 0;
  for (; args[position + 1]?.kind === 'AssignOp'; position += 3) {
    const [name, value] = [args[position], args[position + 2]];
    if (name !== undefined && value !== undefined) attributes.set(name.text, partOf(value));
  }
  const [rest] = args.slice(position);
  if (attributes.size === 0 || (rest !== undefined && rest.text !== LEFT_OUT)) return null;
  return { is: 'object', text: type, attributes };
}
