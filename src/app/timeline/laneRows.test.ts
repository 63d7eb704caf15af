import { describe, expect, test } from 'vitest';
import { asTaskId } from '../../model/units';
import { Lane } from './lane';
import { ALL_LANES, arrangeLanes, type LaneChoice } from './laneRows';
import type { Stretch } from './shares';

/** main creates a and b; a creates c; d is a program of its own. Each lasts ten steps from ten times its number. */
const NAMES = ['main', 'a', 'b', 'c', 'd'];
const CREATORS = [0, 1, 1, 2, 0];
const lanes = NAMES.map((_, i) => {
  const lane = new Lane(asTaskId(i + 1));
  lane.append(10 * i, 0, 'ready');
  lane.append(10 * i + 10, 0, 'done');
  return lane;
});
const family = { labelOf: (task: number) => NAMES[task - 1] ?? '', creatorOf: (task: number) => CREATORS[task - 1] ?? 0 };
const arranged = (choice: Partial<LaneChoice>, only: Stretch | null = null) =>
  arrangeLanes(lanes, family, { ...ALL_LANES, ...choice }, only);
const told = (choice: Partial<LaneChoice>, only: Stretch | null = null) => {
  const rows = arranged(choice, only);
  return Array.from({ length: rows.count }, (_, position) => {
    const { depth, fold, hidden, pinned } = rows.lookAt(position);
    const mark = pinned ? '^' : fold === 'folded' ? `+${hidden} ` : fold === 'open' ? '- ' : '';
    return `${'.'.repeat(depth)}${mark}${NAMES[(rows.at(position)?.id ?? 0) - 1]}`;
  });
};
const some = (...tasks: readonly number[]) => new Set(tasks.map(asTaskId));

describe('lanes', () => {
  test('stand below the task that created theirs', () => {
    expect(told({})).toEqual(['- main', '.- a', '..c', '.b', 'd']);
  });

  test('are folded away below their creator, which says how many', () => {
    expect(told({ folded: some(1) })).toEqual(['+3 main', 'd']);
    expect(told({ folded: some(2) })).toEqual(['- main', '.+1 a', '.b', 'd']);
  });

  test('are found by a part of their name, folded or not', () => {
    expect(told({ query: ' C', folded: some(1) })).toEqual(['c']);
    expect(told({ query: 'a' })).toEqual(['main', '.a']);
    expect(told({ query: 'zebra' })).toEqual([]);
  });

  test('that are pinned stand above all others, once, whatever is sought', () => {
    expect(told({ pinned: some(4) })).toEqual(['^c', '- main', '.- a', '.b', 'd']);
    expect(told({ pinned: some(4), query: 'd' })).toEqual(['^c', 'd']);
  });

  test('without anything in sight can be left out', () => {
    expect(told({}, { from: 15, to: 25 })).toEqual(['- a', 'b']);
  });

  test('know the places of their tasks, and -1 for those that are not shown', () => {
    const rows = arranged({ folded: some(1) });
    expect(rows.positionOf(asTaskId(5))).toBe(1);
    expect(rows.positionOf(asTaskId(2))).toBe(-1);
    expect(rows.at(7)).toBeUndefined();
  });

  test('of tasks that each create the next can be arranged, however many', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => new Lane(asTaskId(i + 1)));
    expect(arrangeLanes(chain, { labelOf: String, creatorOf: (task) => task - 1 }, ALL_LANES, null).count).toBe(20_000);
  });
});
