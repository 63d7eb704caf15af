import { describe, expect, test } from 'vitest';
import { RecordingIndex } from './index/recording-index';
import { LineRuns } from './line-runs';
import { draw } from './recording-drawing.test-support';
import { variableHistory } from './variable-history';

const TWO_CALLS = `
  frame 1 0 <module> main.py
  line 1 1
  local 1 n 1
  line 1 3
  frame 2 1 f main.py
  line 2 2
  local 2 n 7
  line 2 2
  returned 2
  frame 3 1 f other.py
  line 3 2
  local 3 n 9
  returned 3
  local 1 n
  line 1 3
`;

const counts = (runs: LineRuns, index: RecordingIndex, file: string, step: number) =>
  Object.fromEntries([...runs.ofFile(index, file)].map(([line, of]) => [line, of.countBelow(step)]));

describe('how often lines ran', () => {
  test('is counted for each file, up to a step and in all', () => {
    const index = new RecordingIndex(draw(TWO_CALLS));
    const runs = new LineRuns();
    expect(counts(runs, index, 'main.py', index.length)).toEqual({ 1: 1, 2: 2, 3: 2 });
    expect(counts(runs, index, 'main.py', 6)).toEqual({ 1: 1, 2: 1, 3: 1 });
    expect(counts(runs, index, 'other.py', index.length)).toEqual({ 2: 1 });
    expect(counts(runs, index, 'none.py', 3)).toEqual({});
  });

  test('goes on with a recording that has grown, and begins anew with another', () => {
    const [first = '', rest = ''] = TWO_CALLS.split('  returned 2\n');
    const index = new RecordingIndex(draw(first));
    const runs = new LineRuns();
    expect(counts(runs, index, 'main.py', 99)).toEqual({ 1: 1, 2: 2, 3: 1 });
    index.extend(draw(`${first}  returned 2\n${rest}`));
    expect(counts(runs, index, 'main.py', 99)).toEqual({ 1: 1, 2: 2, 3: 2 });
    expect(counts(runs, new RecordingIndex(draw('frame 1 0 <module> main.py\n line 1 5')), 'main.py', 9)).toEqual({ 5: 1 });
  });
});

describe("a variable's history", () => {
  const index = new RecordingIndex(draw(TWO_CALLS));

  test('holds the changes of the variable of that name in that function of that file', () => {
    expect(variableHistory(index, { file: 'main.py', function: 'f' }, 'n')).toEqual([{ step: 7, clock: 0, task: null, value: '7' }]);
    expect(variableHistory(index, { file: 'other.py', function: 'f' }, 'n')).toMatchObject([{ step: 12, value: '9' }]);
    expect(variableHistory(index, { file: 'main.py', function: 'f' }, 'm')).toEqual([]);
  });

  test('ends with an empty value when the variable is unbound', () => {
    expect(variableHistory(index, { file: 'main.py', function: '<module>' }, 'n').map(({ value }) => value)).toEqual(['1', '']);
  });

  test('says when, and in whose step', () => {
    const timed = new RecordingIndex(
      draw(`
        loopStart 1
        task 1 Task-1 main main.py:1
        handle 1 1 firstStep
        turn 1 1
        run 1
        frame 1 0 main main.py
        line 1 2
        clock 0.5s blocked
        local 1 x 'None'
      `),
    );
    expect(variableHistory(timed, { file: 'main.py', function: 'main' }, 'x')).toEqual([
      { step: 9, clock: 500_000_000, task: 1, value: 'None' },
    ]);
  });
});
