import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import type { TaskFilter } from './taskFilter';
import { type TaskRow, taskRows } from './taskTree';

const PROGRAM: TaskFilter = { which: 'program', query: '' };

const nameOf = ({ node }: TaskRow): string => (node.kind === 'task' ? node.view.label : node.view.kind);

/** The tree as one would draw it: a dash where it is waited for, a dot where it only was created. */
const tree = (drawing: string, filter = PROGRAM): readonly string[] =>
  taskRows(drawnWorld(drawing), filter).map((row) => {
    const mark = row.parent === null ? '' : row.awaited ? '- ' : '. ';
    return `${'  '.repeat(row.level - 1)}${mark}${nameOf(row)} ${row.position}/${row.siblings}`;
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

  test('a scope that is waited for stands between its owner and its tasks', () => {
    const drawing = `${MAIN_CREATES_TWO}\n scope 1 gather 1\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 gather 1\n ran 1`;
    expect(tree(drawing)).toEqual(['main 1/1', '  - gather 1/1', '    - a 1/2', '    - b 2/2']);
  });

  test('as long as nobody waits for an open scope, its tasks are only created in it', () => {
    const drawing = `${MAIN_CREATES_TWO}\n scope 1 TaskGroup 1\n scopeTask 1 3`;
    expect(tree(drawing)).toEqual(['main 1/1', '  . a 1/2', '  . TaskGroup 2/2', '    . b 1/1']);
  });

  test('a scope that was left is a node no more', () => {
    const drawing = `${MAIN_CREATES_TWO}\n scope 1 TaskGroup 1\n scopeTask 1 3\n scopeEnd 1 result`;
    expect(tree(drawing)).toEqual(['main 1/1', '  . a 1/2', '  . b 2/2']);
  });

  test('a TaskGroup inside a timeout stands inside it; what is opened by a call beside another does not', () => {
    const nested = `${MAIN_CREATES_TWO}\n scope 1 timeout 1\n scope 2 TaskGroup 1\n scopeTask 2 2\n scopeTask 2 3`;
    expect(tree(nested)).toEqual(['main 1/1', '  . timeout 1/1', '    . TaskGroup 1/1', '      . a 1/2', '      . b 2/2']);
    const beside = `${MAIN_CREATES_TWO}\n scope 1 gather 1\n scopeTask 1 2\n scope 2 shield 1\n scopeTask 2 3`;
    expect(tree(beside)).toEqual(['main 1/1', '  . gather 1/2', '    . a 1/1', '  . shield 2/2', '    . b 1/1']);
  });

  test('a task in a scope of its own is no circle', () => {
    expect(tree(`${MAIN_CREATES_TWO}\n scope 1 wait 1\n scopeTask 1 1\n scopeTask 1 2`)).toEqual([
      'main 1/1',
      '  . b 1/2',
      '  . wait 2/2',
      '    . a 1/1',
    ]);
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
    const rows = taskRows(drawnWorld(`${MAIN_CREATES_TWO}\n suspend 1 io 0\n ran 1\n run 2\n task 4 Task-4 c\n`), PROGRAM);
    expect(rows.map((row) => [nameOf(row), ...row.guides])).toEqual([['main'], ['a', true], ['c', true, false], ['b', false]]);
  });
});

describe('what the tree shows of the tasks', () => {
  const ENDED = `${MAIN_CREATES_TWO}
    suspend 1 io 0
    ran 1
    run 2
    task 4 Task-4 deep
    taskDone 2 result 7
    ran 2
    task 5 Task-5 BaseEventLoop.shutdown_asyncgens`;

  test('the tasks that asyncio.run starts for itself are left out, unless all are wanted', () => {
    expect(tree(ENDED)).toEqual(['main 1/1', '  . a 1/2', '    . deep 1/1', '  . b 2/2']);
    expect(tree(ENDED, { which: 'all', query: '' })).toContain('shutdown_asyncgens 2/2');
  });

  test('finished tasks can be hidden, but not those below which another task stands', () => {
    expect(tree(ENDED, { which: 'unfinished', query: '' })).toEqual(['main 1/1', '  . a 1/2', '    . deep 1/1', '  . b 2/2']);
    const childless = `${MAIN_CREATES_TWO}\n suspend 1 io 0\n ran 1\n run 2\n taskDone 2 result 7\n ran 2`;
    expect(tree(childless, { which: 'unfinished', query: '' })).toEqual(['main 1/1', '  . b 1/1']);
  });

  test('a search shows what it finds and what that stands below', () => {
    expect(tree(ENDED, { which: 'program', query: 'DEEP' })).toEqual(['main 1/1', '  . a 1/1', '    . deep 1/1']);
    expect(tree(ENDED, { which: 'program', query: 'done' })).toEqual(['main 1/1', '  . a 1/1']);
    expect(tree(ENDED, { which: 'program', query: 'nobody' })).toEqual([]);
  });
});
