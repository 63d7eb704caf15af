import { describe, expect, test } from 'vitest';
import { movedBreakpoints, toggled, withBookmark } from './marks';

const TEXT = 'a\nb\nc\nd\ne\n';
const on = (...lines: readonly number[]) => lines.map((line) => ({ line, task: '', condition: '' }));
const edited = (text: string, ...lines: readonly number[]) => movedBreakpoints(on(...lines), TEXT, text).map(({ line }) => line);

describe('breakpoints while one types', () => {
  test('stay on their lines when others are put before or behind them', () => {
    expect(edited('a\nnew\nb\nc\nd\ne\n', 1, 2, 5)).toEqual([1, 3, 6]);
    expect(edited('a\nb\nc\nd\ne\nnew\n', 1, 5)).toEqual([1, 5]);
  });

  test('stay when their own line is changed or split', () => {
    expect(edited('a\nb\nC\nd\ne\n', 3)).toEqual([3]);
    expect(edited('a\nb\nc1\nc2\nd\ne\n', 3, 4)).toEqual([3, 5]);
  });

  test('go with their lines when those are deleted, and the others move up', () => {
    expect(edited('a\nd\ne\n', 1, 2, 3, 4)).toEqual([1, 2]);
    expect(edited('', 1, 2)).toEqual([]);
  });
});

test('a breakpoint is set and taken away by the same press, and the list is in order of lines', () => {
  expect(toggled(on(4), 2)).toEqual(on(2, 4));
  expect(toggled(on(2, 4), 4)).toEqual(on(2));
});

test('a bookmark has one note a step, and the recording of another text keeps its own', () => {
  const first = withBookmark([], 7, 1, 'here');
  expect(withBookmark(first, 7, 1, 'there')).toEqual([{ step: 7, note: 'there', text: 1 }]);
  expect(withBookmark(first, 7, 2, 'there')).toHaveLength(2);
  expect(withBookmark(first, 3, 1, '')).toEqual([
    { step: 3, note: '', text: 1 },
    { step: 7, note: 'here', text: 1 },
  ]);
  expect(withBookmark(first, 7, 1, null)).toEqual([]);
});
