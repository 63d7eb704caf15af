import { expect, it } from 'vitest';
import { said } from './said.test-support';

const MAIN = 'task 1 main\n handle 1 1 firstStep\n loopStart 1\n turn 1 1\n run 1\n';

it('tells what was read from standard input, and that nothing more comes', () => {
  expect(said(`${MAIN} input 'Ada↵'`)).toBe('main reads a line from standard input: Ada.');
  expect(said("input '↵'")).toBe('The program reads an empty line from standard input.');
  expect(said("input ''")).toBe('The program reads from standard input and finds its end: input() raises EOFError there.');
});

it('tells that a recording ends where nobody has answered', () => {
  expect(said(`${MAIN} end input 0 'the program asks for a line of input at main.py:5'`)).toBe(
    'The recording ends here, because the program asks for a line of input at main.py:5, and nobody has answered yet. With an answer it goes on.',
  );
});
