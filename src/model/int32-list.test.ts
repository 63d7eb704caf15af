import { describe, expect, it } from 'vitest';
import { Int32List } from './int32-list';

function listOf(...items: readonly number[]): Int32List {
  const list = new Int32List(0);
  for (const item of items) list.push(item);
  return list;
}

describe('a list of integers', () => {
  it('gives back what was pushed, however much it grew', () => {
    const items = Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? i : -i) * 2_000_000);
    const list = listOf(...items);
    expect(list.length).toBe(1000);
    expect(items.map((_, position) => list.at(position))).toEqual(items);
  });

  it('appends many at once and says where they begin', () => {
    const list = listOf(7);
    expect(list.pushMany(100, 3)).toBe(1);
    expect([list.length, list.at(0), list.at(1), list.at(100)]).toEqual([101, 7, 3, 3]);
  });

  it('replaces an item', () => {
    const list = listOf(1, 2, 3);
    list.set(1, -5);
    expect([list.at(0), list.at(1), list.at(2)]).toEqual([1, -5, 3]);
  });

  it('finds how many items lie below a value, and the last of them', () => {
    const list = listOf(2, 4, 4, 9);
    expect([0, 2, 3, 4, 5, 9, 10].map((value) => list.countBelow(value))).toEqual([0, 0, 1, 1, 3, 3, 4]);
    expect([2, 3, 9, 100].map((value) => list.lastBelow(value))).toEqual([-1, 2, 4, 9]);
  });

  it('keeps no second copy of itself in reserve', () => {
    const list = listOf(...Array.from({ length: 10_000 }, () => 1));
    expect(list.byteLength).toBeLessThan(10_000 * 4 * 1.6);
  });
});
