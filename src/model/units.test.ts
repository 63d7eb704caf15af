import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNanoseconds, briefSeconds, formatSeconds, halvesOfNanoseconds, nanosecondsFromHalves } from './units';

describe('a time', () => {
  it('is the same after it was taken apart into halves and put together again', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (ns) => {
        const [hi, lo] = halvesOfNanoseconds(asNanoseconds(ns));
        expect(nanosecondsFromHalves(hi, lo)).toBe(ns);
        expect([hi | 0, lo | 0]).toEqual([hi, lo]);
      }),
    );
  });

  it.each([
    { ns: 0, text: '0.000 s' },
    { ns: 300_000_000, text: '0.300 s' },
    { ns: 90_000_000_000, text: '90.000 s' },
    { ns: 1_500_000, text: '0.0015 s' },
    { ns: 1, text: '0.000000001 s' },
  ])('of $ns ns reads $text', ({ ns, text }) => {
    expect(formatSeconds(asNanoseconds(ns))).toBe(text);
  });

  it.each([
    [0, '0.000 s'],
    [500_000, '0.0005 s'],
    [91_502_000, '0.091502 s'],
    [91_502_397, '0.092 s'],
    [1_234, '0.000001 s'],
  ])('of %i ns is brief as %s', (ns, text) => {
    expect(briefSeconds(asNanoseconds(ns))).toBe(text);
  });
});
