import { expect, it } from 'vitest';
import { said } from './said.test-support';

it('tells what was lost or left to the loop', () => {
  expect(said('misuse neverAwaited 0 save main.py:9')).toBe(
    'The coroutine save is thrown away at main.py:9 without ever having been awaited: nothing of it has run.',
  );
  expect(said("task 1 main\n misuse exceptionLost 1 ValueError('x')")).toBe(
    "Nobody has asked for the exception of main, ValueError('x'): asyncio can only write it to stderr.",
  );
  expect(said('misuse generatorLeft 0 numbers main.py:4')).toBe(
    'The async generator numbers was left at main.py:4 before its end, so the loop has to close it.',
  );
});
