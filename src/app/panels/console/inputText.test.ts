import { expect, test } from 'vitest';
import { answered, linesOf } from './inputText';

test('an answer is a line of its own, even after a line that had no end', () => {
  expect(answered({ text: '', ended: false }, 'Ada')).toEqual({ text: 'Ada\n', ended: false });
  expect(answered({ text: 'Ada\n', ended: false }, '')).toEqual({ text: 'Ada\n\n', ended: false });
  expect(answered({ text: 'Ada', ended: false }, 'x')).toEqual({ text: 'Ada\nx\n', ended: false });
});

test('lines are counted whether or not the last has an end', () => {
  expect(['', 'a', 'a\n', 'a\n\n', 'a\nb'].map((text) => linesOf(text))).toEqual(['0 lines', '1 line', '1 line', '2 lines', '2 lines']);
});
