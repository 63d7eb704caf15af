import { arithmetic } from './arithmetic';
import { callBuiltin } from './builtins';
import { numberFrom, textFrom } from './literals';
import type { Piece } from './piece';
import { inner } from './syntax';
import { bool, CannotEvaluate, equal, float, int, lengthOf, lookUp, NONE, numberOf, order, truth, typeName, type Value } from './values';

/** The value of a name, or undefined where none is recorded. */
export type Names = (name: string) => Value | undefined;

/**
 * What a Python expression comes to with what is recorded of its names. Nothing of the user's is run: no methods, no
 * operators of classes. Throws CannotEvaluate, and nothing else, that says by name what is not recorded or not supported.
 */
export function evaluate(piece: Piece, names: Names): Value {
  const value = (part: Piece): Value => evaluate(part, names);
  switch (piece.kind) {
    case 'None':
      return NONE;
    case 'Boolean':
      return bool(piece.text === 'True');
    case 'Number':
      return numberFrom(piece.text);
    case 'String':
      return textFrom(piece.text);
    case 'ContinuedString':
      return piece.parts.map(value).reduce((a, b) => arithmetic('+', a, b));
    case 'VariableName':
      return nameValue(piece.text, names);
    case 'ParenthesizedExpression':
      return value(only(inner(piece), piece));
    case 'ArrayExpression':
      return { is: 'list', items: inner(piece).map(value) };
    case 'TupleExpression':
      return { is: 'tuple', items: inner(piece).map(value) };
    case 'SetExpression':
      return { is: 'set', items: inner(piece).map(value) };
    case 'DictionaryExpression':
      return dict(inner(piece).map(value));
    case 'UnaryExpression':
      return unary(piece, value);
    case 'BinaryExpression':
      return binary(piece, value);
    case 'ConditionalExpression':
      return conditional(piece, value);
    case 'MemberExpression':
      return called(piece.text, member(piece, value));
    case 'CallExpression':
      return call(piece, value);
    default:
      throw new CannotEvaluate(`${UNSUPPORTED[piece.kind] ?? `"${piece.text}"`} cannot be evaluated from a recording`);
  }
}

const UNSUPPORTED: Readonly<Record<string, string>> = {
  AwaitExpression: 'await',
  LambdaExpression: 'lambda',
  FormatString: 'an f-string',
  NamedExpression: ':=',
  ArrayComprehensionExpression: 'a comprehension',
  SetComprehensionExpression: 'a comprehension',
  DictionaryComprehensionExpression: 'a comprehension',
  ComprehensionExpression: 'a generator expression',
  Ellipsis: '...',
};

function nameValue(name: string, names: Names): Value {
  const value = names(name);
  if (value === undefined) throw new CannotEvaluate(`${name} is not recorded here`);
  return called(name, value);
}

/** What is not told is called in reasons by how the expression comes to it. */
const called = (text: string, value: Value): Value => (value.is === 'opaque' || value.is === 'object' ? { ...value, text } : value);

function only(pieces: readonly Piece[], whole: Piece): Piece {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0) throw new CannotEvaluate(`"${whole.text}" is not supported`);
  return piece;
}

function dict(values: readonly Value[]): Value {
  const entries: (readonly [Value, Value])[] = [];
  for (let i = 0; i < values.length; i += 2) entries.push([values[i] ?? NONE, values[i + 1] ?? NONE]);
  return { is: 'dict', entries };
}

type Evaluator = (piece: Piece) => Value;

function unary({ parts, text }: Piece, value: Evaluator): Value {
  const [sign, operand] = parts;
  if (sign === undefined || operand === undefined) throw new CannotEvaluate(`"${text}" is not supported`);
  if (sign.text === 'not') return bool(!truth(value(operand)));
  const number = numberOf(value(operand));
  if (number === null || sign.text === '~') throw new CannotEvaluate(`${sign.text} is not supported here`);
  if (typeof number === 'bigint') return int(sign.text === '-' ? -number : number);
  return float(sign.text === '-' ? -number : number);
}

function binary(piece: Piece, value: Evaluator): Value {
  const { left, operator, right } = sides(piece);
  if (operator === 'and' || operator === 'or') {
    const first = value(left);
    return truth(first) === (operator === 'and') ? value(right) : first;
  }
  if (!COMPARISONS.has(operator)) return arithmetic(operator, value(left), value(right));
  // a < b < c is "a < b and b < c".
  const chained = left.kind === 'BinaryExpression' ? sides(left) : null;
  if (chained !== null && COMPARISONS.has(chained.operator)) {
    const first = value(left);
    return truth(first) ? bool(compare(operator, value(chained.right), value(right))) : first;
  }
  return bool(compare(operator, value(left), value(right)));
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not']);

function sides({ parts, text }: Piece): { readonly left: Piece; readonly operator: string; readonly right: Piece } {
  const [left, right] = [parts[0], parts.at(-1)];
  if (left === undefined || right === undefined || parts.length < 3) throw new CannotEvaluate(`"${text}" is not supported`);
  const operator = parts
    .slice(1, -1)
    .map((part) => part.text)
    .join(' ');
  return { left, operator, right };
}

function compare(operator: string, a: Value, b: Value): boolean {
  switch (operator) {
    case '==':
      return equal(a, b);
    case '!=':
      return !equal(a, b);
    case 'in':
      return contains(b, a);
    case 'not in':
      return !contains(b, a);
    case 'is':
      return isSame(a, b);
    case 'is not':
      return !isSame(a, b);
    default: {
      const ordered = order(a, b, operator);
      if (operator === '<') return ordered < 0;
      if (operator === '<=') return ordered <= 0;
      return operator === '>' ? ordered > 0 : ordered >= 0;
    }
  }
}

/** Of identity a recording tells only that of None, True and False. */
function isSame(a: Value, b: Value): boolean {
  if (a.is === 'none' || b.is === 'none') return a.is === b.is;
  if (a.is === 'bool' || b.is === 'bool') return a.is === 'bool' && b.is === 'bool' && a.value === b.value;
  throw new CannotEvaluate(`whether two objects are the same is not recorded; "is" works with None, True and False`);
}

function contains(whole: Value, part: Value): boolean {
  if ('items' in whole) return whole.items.some((item) => equal(item, part));
  if (whole.is === 'dict') return lookUp(whole, part) !== undefined;
  if (whole.is === 'str' && part.is === 'str') return whole.value.includes(part.value);
  if (whole.is === 'opaque') throw new CannotEvaluate(`${whole.text} is not recorded in full`);
  throw new CannotEvaluate(`"in" is not supported between ${typeName(part)} and ${typeName(whole)}`);
}

function conditional({ parts, text }: Piece, value: Evaluator): Value {
  const [yes, , condition, , no] = parts;
  if (yes === undefined || condition === undefined || no === undefined) throw new CannotEvaluate(`"${text}" is not supported`);
  return truth(value(condition)) ? value(yes) : value(no);
}

/** `job.id`, `jobs[0]`. */
function member({ parts }: Piece, value: Evaluator): Value {
  const [owner, sign, ...rest] = parts;
  if (owner === undefined) throw new CannotEvaluate('there is nothing before the dot');
  if (sign?.kind === '.') return attribute(value(owner), owner.text, rest[0]?.text ?? '');
  const [index, ...more] = rest.filter(({ kind }) => kind !== ']');
  if (index === undefined || more.length > 0) throw new CannotEvaluate('slices are not supported');
  return item(value(owner), value(index), owner.text);
}

function attribute(owner: Value, text: string, name: string): Value {
  const found = owner.is === 'object' ? owner.attributes.get(name) : undefined;
  if (found === undefined) throw new CannotEvaluate(`${text}.${name} is not recorded`);
  return found;
}

function item(owner: Value, index: Value, text: string): Value {
  if (owner.is === 'dict') {
    const found = lookUp(owner, index);
    if (found === undefined) throw new CannotEvaluate(`${text} has no such key`);
    return found;
  }
  const at = index.is === 'int' ? index.value : null;
  if (owner.is !== 'str' && owner.is !== 'list' && owner.is !== 'tuple' && owner.is !== 'deque')
    throw new CannotEvaluate(owner.is === 'opaque' ? `${owner.text} is not recorded in full` : `${typeName(owner)} has no items by index`);
  if (at === null) throw new CannotEvaluate(`indices of ${typeName(owner)} are integers`);
  const position = Number(at < 0n ? at + lengthOf(owner) : at);
  const found: Value | undefined = owner.is === 'str' ? characterAt(owner.value, position) : owner.items[position];
  if (found === undefined) throw new CannotEvaluate(`${text} has no item ${at}`);
  return found;
}

function characterAt(text: string, position: number): Value | undefined {
  const character = [...text][position];
  return character === undefined ? undefined : { is: 'str', value: character };
}

function call({ parts }: Piece, value: Evaluator): Value {
  const [callee, list] = parts;
  if (callee?.kind !== 'VariableName' || list === undefined)
    throw new CannotEvaluate(`${callee?.text ?? ''}() cannot be called: a recording runs nothing`);
  const args = inner(list);
  if (args.some(({ kind }) => kind === 'AssignOp' || kind === '*' || kind === '**'))
    throw new CannotEvaluate(`${callee.text}() takes only plain arguments here`);
  return callBuiltin(callee.text, args.map(value));
}
