import { CannotEvaluate, float, int, numberOf, typeName, type Value } from './values';

/** Larger results are of no use in a condition, and would take the memory of the page. */
const LARGEST_POWER = 10_000n;

/** What an arithmetic operator makes of two values. Throws where Python would, and where it is not supported here. */
export function arithmetic(operator: string, a: Value, b: Value): Value {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) {
    const result = typeof x === 'bigint' && typeof y === 'bigint' ? ints(operator, x, y) : floats(operator, Number(x), Number(y));
    if (result !== null) return result;
  }
  if (operator === '+') {
    if ((a.is === 'str' && b.is === 'str') || (a.is === 'bytes' && b.is === 'bytes')) return { is: a.is, value: a.value + b.value };
    if ((a.is === 'list' && b.is === 'list') || (a.is === 'tuple' && b.is === 'tuple'))
      return { is: a.is, items: [...a.items, ...b.items] };
  }
  throw new CannotEvaluate(`${typeName(a)} ${operator} ${typeName(b)} is not supported`);
}

function ints(operator: string, a: bigint, b: bigint): Value | null {
  switch (operator) {
    case '+':
      return int(a + b);
    case '-':
      return int(a - b);
    case '*':
      return int(a * b);
    case '/':
      return floats('/', Number(a), Number(b));
    case '//':
      return int(floorDivided(a, nonZero(b)));
    case '%':
      return int(a - floorDivided(a, nonZero(b)) * b);
    case '**':
      if (b > LARGEST_POWER) throw new CannotEvaluate(`a power of ${b} is too large`);
      return b < 0n ? float(Number(a) ** Number(b)) : int(a ** b);
    default:
      return null;
  }
}

/** Rounded down, as Python's `//` is. */
function floorDivided(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function floats(operator: string, a: number, b: number): Value | null {
  switch (operator) {
    case '+':
      return float(a + b);
    case '-':
      return float(a - b);
    case '*':
      return float(a * b);
    case '/':
      return float(a / nonZero(b));
    case '//':
      return float(Math.floor(a / nonZero(b)));
    case '%': {
      const rest = a % nonZero(b);
      return float(rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest);
    }
    case '**':
      return float(a ** b);
    default:
      return null;
  }
}

function nonZero<N extends bigint | number>(divisor: N): N {
  if (Number(divisor) === 0) throw new CannotEvaluate('division by zero');
  return divisor;
}
