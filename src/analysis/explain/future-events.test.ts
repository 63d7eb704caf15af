import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

const AWAITED = `${MAIN_A_B}\n future 1 Future main.py:4\n suspend 1 future 1 main.py:5\n ran 1\n turn 2 2\n run 2`;

describe('the explanation of a future', () => {
  it('says what it is when it comes up', () => {
    expect(said(`${MAIN_A_B}\n future 1 Future main.py:4`)).toBe(
      'Here a future comes up that was created at main.py:4: a box for a result that is not there yet.',
    );
  });

  it('says who puts the result in, and whom that wakes', () => {
    expect(said(`${AWAITED}\n futureDone 1 result 42`)).toBe('a puts the result 42 into the future created at main.py:4. That wakes main.');
    expect(said(`${MAIN_A_B}\n future 1 Future main.py:4\n futureDone 1 result 42`)).toBe(
      'main puts the result 42 into the future created at main.py:4.',
    );
  });

  it('says that it carries an exception, or is cancelled', () => {
    expect(said(`${AWAITED}\n futureDone 1 exception 'KeyError(1)'`)).toBe(
      'a puts the exception KeyError(1) into the future created at main.py:4, to be raised in whoever awaits it. That wakes main.',
    );
    expect(said(`${AWAITED}\n futureDone 1 cancelled`)).toBe('a cancels the future created at main.py:4. That wakes main.');
  });
});
