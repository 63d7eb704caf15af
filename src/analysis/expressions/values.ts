/**
 * A value of Python's as far as a recording keeps it: what a short text tells. `opaque` is anything of which the text
 * names no more than the kind, or which was cut.
 */
export type Value =
  | { readonly is: 'none' }
  | { readonly is: 'bool'; readonly value: boolean }
  | { readonly is: 'int'; readonly value: bigint }
  | { readonly is: 'float'; readonly value: number }
  | { readonly is: 'str'; readonly value: string }
  | { readonly is: 'bytes'; readonly value: string }
  | { readonly is: 'list' | 'tuple' | 'set' | 'deque'; readonly items: readonly Value[] }
  | { readonly is: 'dict'; readonly entries: readonly (readonly [Value, Value])[] }
  /** An object of one of the user's classes with the attributes that were recorded. */
  | { readonly is: 'object'; readonly text: string; readonly attributes: ReadonlyMap<string, Value> }
  | { readonly is: 'opaque'; readonly text: string };

/** Says to a reader why an expression has no value here: by what name, and what is the matter with it. */
export class CannotEvaluate extends Error {
  override readonly name = 'CannotEvaluate';
}

export const NONE: Value = { is: 'none' };
export const bool = (value: boolean): Value => ({ is: 'bool', value });
export const int = (value: bigint): Value => ({ is: 'int', value });
export const float = (value: number): Value => ({ is: 'float', value });

/** What Python calls the type of a value. */
export function typeName(value: Value): string {
  if (value.is === 'none') return 'NoneType';
  return value.is === 'object' || value.is === 'opaque' ? value.text : value.is;
}

const unknown = (text: string): CannotEvaluate => new CannotEvaluate(`${text} is not recorded in full`);

/** Whether Python takes the value for true. */
export function truth(value: Value): boolean {
  switch (value.is) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'str':
    case 'bytes':
      return value.value !== '';
    case 'list':
    case 'tuple':
    case 'set':
    case 'deque':
      return value.items.length > 0;
    case 'dict':
      return value.entries.length > 0;
    case 'object':
    case 'opaque':
      throw new CannotEvaluate(`whether ${typeName(value)} is true is not recorded`);
  }
}

/** How many items a value has. */
export function lengthOf(value: Value): bigint {
  switch (value.is) {
    case 'str':
      return BigInt([...value.value].length);
    case 'bytes':
      return BigInt(value.value.length);
    case 'list':
    case 'tuple':
    case 'set':
    case 'deque':
      return BigInt(value.items.length);
    case 'dict':
      return BigInt(value.entries.length);
    case 'opaque':
    case 'object':
      throw unknown(typeName(value));
    default:
      throw new CannotEvaluate(`an object of type ${typeName(value)} has no len()`);
  }
}

/** The number behind a value: bools count as ints, as in Python. Null for what is no number. */
export function numberOf(value: Value): bigint | number | null {
  if (value.is === 'bool') return value.value ? 1n : 0n;
  return value.is === 'int' || value.is === 'float' ? value.value : null;
}

/** Whether two values are equal. Throws where the recording does not tell. */
export function equal(a: Value, b: Value): boolean {
  if (a.is === 'opaque' || b.is === 'opaque' || a.is === 'object' || b.is === 'object') return equalOpaque(a, b);
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null || y !== null) return x !== null && y !== null && compareNumbers(x, y) === 0;
  if ((a.is === 'str' && b.is === 'str') || (a.is === 'bytes' && b.is === 'bytes')) return a.value === b.value;
  if (a.is === 'none') return b.is === 'none';
  if (a.is === 'dict' && b.is === 'dict') {
    return (
      a.entries.length === b.entries.length &&
      a.entries.every(([key, value]) => {
        const other = lookUp(b, key);
        return other !== undefined && equal(value, other);
      })
    );
  }
  if (!('items' in a && 'items' in b) || a.is !== b.is || a.items.length !== b.items.length) return false;
  if (a.is === 'set') return a.items.every((item) => b.items.some((other) => equal(item, other)));
  return a.items.every((item, position) => equal(item, b.items[position] ?? NONE));
}

/** An object is never equal to None unless its class says so, which no recorded text shows; of all else nothing is known. */
function equalOpaque(a: Value, b: Value): boolean {
  if (a.is === 'none' || b.is === 'none') return false;
  throw unknown(typeName(a.is === 'opaque' || a.is === 'object' ? a : b));
}

/** The value under a key; undefined where there is none. */
export function lookUp(dict: Extract<Value, { is: 'dict' }>, key: Value): Value | undefined {
  return dict.entries.find(([candidate]) => equal(candidate, key))?.[1];
}

/** Negative, zero or positive, exact even where an int is too large for a float; NaN where one is NaN. */
function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Negative, zero or positive: the order that `<` asks for. Throws where Python would, and where the recording does not tell. */
export function order(a: Value, b: Value, operator: string): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return compareNumbers(x, y);
  if (a.is === 'str' && b.is === 'str') return orderOfTexts(a.value, b.value);
  if ((a.is === 'list' && b.is === 'list') || (a.is === 'tuple' && b.is === 'tuple')) {
    const position = a.items.findIndex((item, i) => i >= b.items.length || !equal(item, b.items[i] ?? NONE));
    const [item, other] = [a.items[position], b.items[position]];
    return item === undefined || other === undefined ? a.items.length - b.items.length : order(item, other, operator);
  }
  for (const value of [a, b]) if (value.is === 'opaque' || value.is === 'object') throw unknown(typeName(value));
  throw new CannotEvaluate(`'${operator}' is not supported between ${typeName(a)} and ${typeName(b)}`);
}

/** By code points, as Python orders texts. */
function orderOfTexts(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  const position = x.findIndex((sign, i) => sign !== y[i]);
  if (position === -1 || position >= y.length) return x.length - y.length;
  return (x[position]?.codePointAt(0) ?? 0) - (y[position]?.codePointAt(0) ?? 0);
}
