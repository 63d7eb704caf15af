import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import { taskRows } from './taskTree';

/** The tree as one would draw it: a dash where the parent waits for the task, a dot where it only created it. */
const tree = (drawing: string): readonly string[] =>
  taskRows(drawnWorld(drawing)).map((row) => {
    const mark = row.parent === null ? '' : row.awaited ? '- ' : '. ';
    return `${'  '.repeat(row.level - 1)}${mark}${row.view.label} ${row.position}/${row.siblings}`;
  });

const MAIN_CREATES_TWO = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 Task-2 a
  handle 2 2 firstStep
  task 3 Task-3 b
  handle 3 3 firstStep
`;

describe('the tree of tasks', () => {
  test('a task stands below its creator as long as nobody waits for it', () => {
    expect(tree(MAIN_CREATES_TWO)).toEqual(['main 1/1', '  . a 1/2', '  . b 2/2']);
  });

  test('a task stands below the task that waits for it', () => {
    const drawing = `${MAIN_CREATES_TWO}\n suspend 1 io 0\n ran 1\n run 2\n suspend 2 task 3\n ran 2`;
    expect(tree(drawing)).toEqual(['main 1/1', '  . a 1/1', '    - b 1/1']);
  });

  test('whoever waits for a scope waits for all tasks in it', () => {
    const drawing = `${MAIN_CREATES_TWO}\n scope 1 gather 1\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 gather 1\n ran 1`;
    expect(tree(drawing)).toEqual(['main 1/1', '  - a 1/2', '  - b 2/2']);
  });

  test('tasks that wait for each other are all shown, cut open at the first', () => {
    const drawing = `${MAIN_CREATES_TWO}
      suspend 1 io 0
      ran 1
      run 2
      suspend 2 task 3
      ran 2
      run 3
      suspend 3 task 2
      ran 3`;
    expect(tree(drawing)).toEqual(['main 1/1', '  . b 1/1', '    - a 1/1']);
  });

  test('guide lines go on where a sibling follows and end at the last', () => {
    const rows = taskRows(drawnWorld(`${MAIN_CREATES_TWO}\n suspend 1 io 0\n ran 1\n run 2\n task 4 Task-4 c\n`));
    expect(rows.map(({ view, guides }) => [view.label, ...guides])).toEqual([['main'], ['a', true], ['c', true, false], ['b', false]]);
  });
});
