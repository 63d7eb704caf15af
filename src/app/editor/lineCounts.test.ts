import { expect, test } from 'vitest';
import { countInWords, heatOf, shortCount } from './lineCounts';

test('a count fits into the margin', () => {
  expect([1, 999, 1000, 1234, 9949, 9950, 34_500, 999_499, 999_500, 5_200_000].map(shortCount)).toEqual([
    '1',
    '999',
    '1k',
    '1.2k',
    '9.9k',
    '10k',
    '35k',
    '999k',
    '1M',
    '5.2M',
  ]);
});

test('what ran more often is warmer, up to a limit', () => {
  expect([1, 5, 6, 40, 300, 1e6].map(heatOf)).toEqual([0, 0, 1, 2, 3, 4]);
});

test('in words it says up to where it counts', () => {
  expect(countInWords({ soFar: 1, inAll: 1 })).toBe('Ran once.');
  expect(countInWords({ soFar: 0, inAll: 2 })).toBe('Ran not yet up to this step; 2 times in the whole recording.');
  expect(countInWords({ soFar: 3, inAll: 1200 })).toBe('Ran 3 times up to this step; 1,200 times in the whole recording.');
});
