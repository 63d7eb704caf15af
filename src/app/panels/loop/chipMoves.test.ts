import { describe, expect, test } from 'vitest';
import { chipMoves, type Spot } from './chipMoves';

const spots = (...entries: readonly (readonly [key: string, lane: string, x: number, y: number])[]): ReadonlyMap<string, Spot> =>
  new Map(entries.map(([key, lane, x, y]) => [key, { lane, x, y }]));

describe('the moves of chips', () => {
  test('a chip that changes lanes comes from where it stood', () => {
    expect(chipMoves(spots(['a', 'Ready queue', 10, 40]), spots(['a', 'Running now', 0, 0]))).toEqual([
      { key: 'a', dx: 10, dy: 40, changedLane: true },
    ]);
  });

  test('a chip that moves up in its lane stays in it', () => {
    expect(chipMoves(spots(['b', 'Timers', 90, 5]), spots(['b', 'Timers', 0, 5]))).toEqual([
      { key: 'b', dx: 90, dy: 0, changedLane: false },
    ]);
  });

  test('what stands still, comes or goes does not move', () => {
    const before = spots(['still', 'Timers', 3, 5], ['gone', 'Timers', 0, 5]);
    expect(chipMoves(before, spots(['still', 'Timers', 3.4, 5], ['new', 'Timers', 60, 5]))).toEqual([]);
  });
});
