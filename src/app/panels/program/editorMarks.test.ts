import { describe, expect, test } from 'vitest';
import { asStep } from '../../../model/units';
import { worldAt } from '../../../model/world-at';
import { drawnIndex } from '../../drawnWorld.test-support';
import { lineMap } from '../../editor/lineMap';
import { editorMarks, movedMarks } from './editorMarks';

function marks(drawing: string) {
  const index = drawnIndex(drawing);
  return editorMarks(index, worldAt(index, asStep(index.length)), 'main.py');
}

const MAIN_RUNS = `
  loopStart 1
  task 1 Task-1 main main.py:9
  handle 1 1 firstStep
  turn 1 1
  run 1
  frame 1 0 main main.py
  line 1 3
`;

describe('what is drawn around the text', () => {
  test('the running line, and the lines of the calls around it', () => {
    expect(marks(`${MAIN_RUNS}\n frame 2 1 helper main.py\n line 2 7`)).toMatchObject({ runningLine: 7, callerLines: [3] });
  });

  test("lines of other files are not this file's", () => {
    expect(marks(`${MAIN_RUNS}\n frame 2 1 helper other.py\n line 2 7`)).toMatchObject({ runningLine: 3, callerLines: [] });
  });

  test('a pill for each unfinished task on the line where it stands', () => {
    const { pills } = marks(`${MAIN_RUNS}
      timer 2 1s
      suspend 1 sleep 2 main.py:4
      ran 1
      task 2 Task-2 gone main.py:1
      taskDone 2 result None`);
    expect(pills).toEqual([{ line: 3, label: 'main', state: 'sleeping', task: 1 }]);
  });

  test('a value stands beside the line that gave it, and is marked when it is new', () => {
    const { values } = marks(`${MAIN_RUNS}\n local 1 x 1\n line 1 4\n local 1 y 2`);
    expect(values).toEqual([
      { line: 3, id: '1 x', text: 'x = 1', changed: false },
      { line: 4, id: '1 y', text: 'y = 2', changed: true },
    ]);
  });

  test('a long value is cut', () => {
    const [value] = marks(`${MAIN_RUNS}\n local 1 x ${'9'.repeat(80)}`).values;
    expect(value?.text).toBe(`x = ${'9'.repeat(39)}…`);
  });

  test('after an edit, marks move with their lines, and those of changed lines go', () => {
    const before = marks(`${MAIN_RUNS}\n local 1 x 1\n frame 2 1 helper main.py\n line 2 7`);
    const moved = movedMarks(before, lineMap('1\n2\n3\n4\n5\n6\n7', '0\n1\n2\nthree\n4\n5\n6\n7'));
    expect(moved).toMatchObject({ runningLine: 8, callerLines: [], pills: [{ line: 8 }], values: [] });
    expect(movedMarks(before, lineMap('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\n4\n5\n5b\n6\n7'))).toMatchObject({
      runningLine: 8,
      callerLines: [3],
      pills: [{ line: 8 }],
      values: [{ line: 3 }],
    });
  });
});
