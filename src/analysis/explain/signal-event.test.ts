import { expect, it } from 'vitest';
import { said } from './said.test-support';

it.each([
  ['signal 2', 'Ctrl+C is pressed: SIGINT arrives, and Python calls the handler that is set for it.'],
  ['signal 15', 'Signal 15 arrives, and Python calls the handler that is set for it.'],
])('explains %s', (drawing, sentence) => {
  expect(said(drawing)).toBe(sentence);
});
