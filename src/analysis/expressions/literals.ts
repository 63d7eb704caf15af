import { CannotEvaluate, float, int, type Value } from './values';

/** A number as it is written in Python. */
export function numberFrom(text: string): Value {
  const digits = text.replaceAll('_', '').toLowerCase();
  if (digits.endsWith('j')) throw new CannotEvaluate('complex numbers are not supported');
  if (/^0[xob]/.test(digits)) return int(BigInt(digits));
  return /[.e]/.test(digits) ? float(Number(digits)) : int(BigInt(digits));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A text or bytes as they are written in Python. */
export function textFrom(literal: string): Value {
  const [, prefix = '', quote = '', inside = ''] = /^([A-Za-z]*)('''|"""|'|")([\s\S]*)\2$/.exec(literal) ?? [];
  if (quote === '') throw new CannotEvaluate(`${literal} is no text`);
  const kinds = prefix.toLowerCase();
  const value = kinds.includes('r') ? inside : unescaped(inside);
  return kinds.includes('b') ? { is: 'bytes', value } : { is: 'str', value };
}

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{1,3})|([\s\S]))/gi, (whole, hex, short, long, octal, sign) => {
    const code = hex ?? short ?? long;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    if (sign === 'N') throw new CannotEvaluate('\\N{…} is not supported');
    return ESCAPES[sign] ?? whole;
  });
}
