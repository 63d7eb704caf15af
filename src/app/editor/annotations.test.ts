import { describe, expect, test } from 'vitest';
import { asTaskId } from '../../model/units';
import type { TaskState } from '../../model/world';
import { lineMarks, lineNotes, moreLabel, type Pill, sameNote } from './annotations';

const pill = (line: number, task: number, state: TaskState = 'sleeping'): Pill => ({
  line,
  task: asTaskId(task),
  label: `fetch-${task}`,
  state,
});

describe('notes behind lines', () => {
  test('pills and values of one line are gathered in one note, and notes come in the order of lines', () => {
    const value = { line: 3, id: '1 n', text: 'n = 1', changed: true };
    expect(lineNotes([pill(7, 1), pill(3, 2), pill(7, 3)], [value], 20)).toEqual([
      { line: 3, pills: [pill(3, 2)], values: [value] },
      { line: 7, pills: [pill(7, 1), pill(7, 3)], values: [] },
    ]);
  });

  test('what stands on a line that the text no longer has is left out', () => {
    expect(lineNotes([pill(9, 1), pill(0, 2)], [{ line: 12, id: '1 x', text: 'x = 1', changed: false }], 8)).toEqual([]);
  });

  test('the same value twice on a line is said once', () => {
    const value = { line: 3, id: '1 n', text: 'n = 1', changed: true };
    const [note] = lineNotes([], [value, { ...value }, { ...value, text: 'n = 2' }], 20);
    expect(note?.values.map((one) => one.text)).toEqual(['n = 1', 'n = 2']);
  });

  test('the name of the collapsed rest counts its states in words', () => {
    expect(moreLabel(7, [pill(7, 1), pill(7, 2), pill(7, 3, 'io')])).toBe('3 more tasks on line 7: 2 sleeping, 1 I/O');
    expect(moreLabel(7, [pill(7, 1)])).toBe('1 more task on line 7: 1 sleeping');
  });
});

describe('lit lines', () => {
  test('the running line is lit, and the lines that called it faintly', () => {
    expect(lineMarks(6, [19, 12, 19], 20)).toEqual([
      { line: 12, kind: 'caller' },
      { line: 19, kind: 'caller' },
      { line: 6, kind: 'running' },
    ]);
  });

  test('a line that calls itself is lit once, as running', () => {
    expect(lineMarks(6, [6], 20)).toEqual([{ line: 6, kind: 'running' }]);
  });

  test('nothing is lit when nothing runs, or where the text has no such line', () => {
    expect(lineMarks(null, [], 20)).toEqual([]);
    expect(lineMarks(21, [22], 20)).toEqual([]);
  });
});

test('notes are the same when nothing of them would look different', () => {
  const value = { line: 7, id: '1 n', text: 'n = 1', changed: false };
  const note = { line: 7, pills: [pill(7, 1), pill(7, 2)], values: [value] };
  expect(sameNote(note, { line: 7, pills: [pill(7, 1), pill(7, 2)], values: [{ ...value }] })).toBe(true);
  expect(sameNote(note, { ...note, values: [{ ...value, changed: true }] })).toBe(false);
  expect(sameNote(note, { ...note, pills: [pill(7, 1, 'ready'), pill(7, 2)] })).toBe(false);
  expect(sameNote(note, { ...note, pills: [pill(7, 1)] })).toBe(false);
  expect(sameNote(note, { ...note, line: 8 })).toBe(false);
});
