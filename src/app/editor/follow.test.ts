import { expect, test } from 'vitest';
import { HANDS_OFF_MS, isInSight, isPageKey, REST_MS, waitBeforeFollowing } from './follow';

const NEVER = Number.NEGATIVE_INFINITY;

test('the first and the last visible line are in sight, and none beyond', () => {
  const visible = [{ from: 10, to: 30 }];
  expect([9, 10, 30, 31].map((line) => isInSight(line, visible))).toEqual([false, true, true, false]);
});

test('a line between two visible ranges is hidden in a fold, and not in sight', () => {
  const visible = [
    { from: 1, to: 12 },
    { from: 18, to: 40 },
  ];
  expect(isInSight(15, visible)).toBe(false);
});

test('while the user types or scrolls, nothing moves', () => {
  const touched = { rushing: false, lastScrolled: NEVER, lastTouched: 5000 };
  expect(waitBeforeFollowing(touched, 5001)).toBe(HANDS_OFF_MS - 1);
  expect(waitBeforeFollowing(touched, 5000 + HANDS_OFF_MS)).toBe(0);
});

test('at a fast play the text scrolls at once after a rest, and waits out the rest otherwise', () => {
  const rushing = { rushing: true, lastScrolled: 5000, lastTouched: NEVER };
  expect(waitBeforeFollowing({ ...rushing, lastScrolled: NEVER }, 5000)).toBe(0);
  expect(waitBeforeFollowing(rushing, 5100)).toBe(REST_MS - 100);
  expect(waitBeforeFollowing(rushing, 5000 + REST_MS)).toBe(0);
});

test('where one can see each step the text scrolls at once', () => {
  expect(waitBeforeFollowing({ rushing: false, lastScrolled: 5000, lastTouched: NEVER }, 5100)).toBe(0);
});

test('with a function key one does not have the text in hand', () => {
  expect(['F8', 'F10', 'f', 'F', 'Enter', 'ArrowDown'].map(isPageKey)).toEqual([true, true, false, false, false, false]);
});
