import { CannotEvaluate, float, int, lengthOf, numberOf, order, type Value } from './values';

const BUILTINS: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  len: (args) => int(lengthOf(single('len', args))),
  abs: (args) => {
    const number = numberOf(single('abs', args));
    if (number === null) throw new CannotEvaluate('abs() takes a number');
    return typeof number === 'bigint' ? int(number < 0n ? -number : number) : float(Math.abs(number));
  },
  min: (args) => extreme('min', args, (candidate, best) => order(candidate, best, '<') < 0),
  max: (args) => extreme('max', args, (candidate, best) => order(candidate, best, '>') > 0),
};

/** What one of Python's own functions gives. Throws for those that are not supported, which are all but len, min, max and abs. */
export function callBuiltin(name: string, args: readonly Value[]): Value {
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin === undefined) throw new CannotEvaluate(`${name}() cannot be called: only len, min, max and abs can`);
  return builtin(args);
}

function single(name: string, args: readonly Value[]): Value {
  const [argument, ...others] = args;
  if (argument === undefined || others.length > 0) throw new CannotEvaluate(`${name}() takes one argument`);
  return argument;
}

function extreme(name: string, args: readonly Value[], isBetter: (candidate: Value, best: Value) => boolean): Value {
  const [first, ...others] = args;
  const items = others.length > 0 ? args : first !== undefined && 'items' in first ? first.items : null;
  if (items === null) throw new CannotEvaluate(`${name}() takes several values or a list`);
  const [start, ...rest] = items;
  if (start === undefined) throw new CannotEvaluate(`${name}() of nothing`);
  return rest.reduce((best, candidate) => (isBetter(candidate, best) ? candidate : best), start);
}
