import { describe, expect, test } from 'vitest';
import { asNanoseconds, asStep } from '../../model/units';
import type { VariableChange } from '../../model/variable-history';
import { type ChangesOf, changesAround, storyAt } from './variableAt';

const change = (step: number): VariableChange => ({ step: asStep(step), clock: asNanoseconds(0), task: null, value: String(step) });
const LINES = ['total = 0', 'async def f(n):', '    total = n', '    box.total = größe', 'print(total, n)'];
const CHANGES = new Map([
  ['<module> total', [change(1)]],
  ['f total', [change(5)]],
  ['f n', [change(4)]],
  ['<module> größe', [change(2)]],
]);
const changesOf: ChangesOf = (scope, name) => CHANGES.get(`${scope} ${name}`) ?? [];

describe('which variable a name stands for', () => {
  test('the one of the function around it, else of the module', () => {
    expect(storyAt(LINES, 3, 6, changesOf)).toMatchObject({ name: 'total', function: 'f' });
    expect(storyAt(LINES, 5, 7, changesOf)).toMatchObject({ name: 'total', function: '<module>' });
    expect(storyAt(LINES, 4, 20, changesOf)).toMatchObject({ name: 'größe', function: '<module>' });
  });

  test('a parameter where it is declared, with the caret on either side of it', () => {
    expect(storyAt(LINES, 2, 13, changesOf)).toMatchObject({ name: 'n', function: 'f' });
    expect(storyAt(LINES, 2, 14, changesOf)).toMatchObject({ name: 'n', function: 'f' });
  });

  test('none for an attribute, a keyword, or where there is no name', () => {
    expect(storyAt(LINES, 4, 11, changesOf)).toBeNull();
    expect(storyAt(LINES, 2, 3, changesOf)).toBeNull();
    expect(storyAt(LINES, 1, 8, changesOf)).toBeNull();
    expect(storyAt(LINES, 9, 1, changesOf)).toBeNull();
  });
});

test('the changes nearest to the present step are shown, and the others counted', () => {
  const changes = [1, 2, 3, 4, 5, 6, 7, 8].map(change);
  const around = (step: number) => {
    const { earlier, shown, later } = changesAround(changes, step, 4);
    return [earlier, shown.map(({ value }) => value).join(''), later];
  };
  expect(around(0)).toEqual([0, '1234', 4]);
  expect(around(5)).toEqual([2, '3456', 2]);
  expect(around(99)).toEqual([4, '5678', 0]);
  expect(changesAround(changes, 3, 100)).toMatchObject({ earlier: 0, later: 0 });
});
