import { expect, test } from 'vitest';
import { HANDS_OFF_MS, REST_MS, restBeforeFollowing, shouldReveal } from './follow';

const visible = [{ from: 10, to: 30 }];

test('a line in sight is left where it is', () => {
  expect(shouldReveal(10, visible, 0, 1e6)).toBe(false);
  expect(shouldReveal(30, visible, 0, 1e6)).toBe(false);
});

test('a line out of sight is brought into view', () => {
  expect(shouldReveal(31, visible, 0, 1e6)).toBe(true);
});

test('a line between two visible ranges is hidden in a fold, and is brought into view', () => {
  expect(
    shouldReveal(
      15,
      [
        { from: 1, to: 12 },
        { from: 18, to: 40 },
      ],
      0,
      1e6,
    ),
  ).toBe(true);
});

test('while the user types or scrolls, nothing moves', () => {
  expect(shouldReveal(31, visible, 5000, 5000 + HANDS_OFF_MS - 1)).toBe(false);
  expect(shouldReveal(31, visible, 5000, 5000 + HANDS_OFF_MS)).toBe(true);
});

test('at a fast play the text scrolls at once after a rest, and waits out the rest otherwise', () => {
  expect(restBeforeFollowing(true, Number.NEGATIVE_INFINITY, 5000)).toBe(0);
  expect(restBeforeFollowing(true, 5000, 5100)).toBe(REST_MS - 100);
  expect(restBeforeFollowing(true, 5000, 5000 + REST_MS)).toBe(0);
});

test('where one can see each step the text scrolls at once', () => {
  expect(restBeforeFollowing(false, 5000, 5100)).toBe(0);
});
