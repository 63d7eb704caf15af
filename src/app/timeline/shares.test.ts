import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laneOf } from './lane.test-support';
import { sharesOf, stretchOf } from './shares';
import { clockOf } from './stepClock.test-support';

/** Ten steps; between the fourth and the fifth pass two seconds, between the sixth and the seventh one. */
const clock = clockOf(0, 0, 0, 2e9, 0, 1e9, 0, 0, 0, 0);
const sleeper = laneOf(clock, [1, 'ready'], [2, 'running'], [3, 'sleeping'], [4, 'ready'], [5, 'waiting'], [7, 'running'], [8, 'done']);
const idler = laneOf(clock, [3, 'waiting']);
const told = (from: number, to: number, lanes = [sleeper]) =>
  sharesOf(lanes, clock, { from, to }).map(({ state, part, ns }) => `${state} ${Math.round(part * 100)}% ${ns / 1e9}s`);

test('shares are of the time that passes while a task is there', () => {
  expect(told(0, 10)).toEqual(['sleeping 67% 2s', 'waiting 33% 1s', 'ready 0% 0s', 'running 0% 0s']);
});

test('a stretch may begin and end within a wait', () => {
  expect(told(3.5, 4)).toEqual(['sleeping 100% 1s']);
  expect(told(3.5, 5.5)[0]).toBe('sleeping 67% 1s');
});

test('where no time passes, shares are of the steps', () => {
  expect(told(1, 3)).toEqual(['ready 50% 0s', 'running 50% 0s']);
});

test('of several tasks they are of all their time together', () => {
  expect(told(3, 4, [sleeper, idler])).toEqual(['sleeping 50% 2s', 'waiting 50% 2s']);
});

test('before a task began and after it ended there is nothing to share', () => {
  expect(told(0, 1)).toEqual([]);
  expect(told(8, 10)).toEqual([]);
});

test('shares of any stretch in which a task is there add up to one', () => {
  const place = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(place, place, (one, other) => {
      const stretch = stretchOf(one, other, 10);
      if (stretch === null) return;
      const shares = sharesOf([sleeper], clock, stretch);
      const sum = shares.reduce((all, { part }) => all + part, 0);
      if (sum > 0) expect(sum).toBeCloseTo(1, 9);
      const overlap = Math.max(0, Math.min(stretch.to, 8) - Math.max(stretch.from, 1));
      expect(shares.reduce((all, { steps }) => all + steps, 0)).toBeCloseTo(overlap, 9);
    }),
  );
});

test('a stretch runs forwards, stays in the recording and is not empty', () => {
  expect(stretchOf(7, 2, 10)).toEqual({ from: 2, to: 7 });
  expect(stretchOf(-3, 20, 10)).toEqual({ from: 0, to: 10 });
  expect(stretchOf(4, 4, 10)).toBeNull();
});
