import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import { whatNext } from './whatNext';

const nextAfter = (drawing: string): string => whatNext(drawnWorld(drawing));

const ONE_TURN = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
`;

describe('what the loop does next', () => {
  test('before it begins and after it ends there is no loop', () => {
    expect(nextAfter('task 1 Task-1 main')).toBe('the loop has not begun');
    expect(nextAfter(`${ONE_TURN}\n ran 1\n loopStop 1`)).toBe('the loop stands still');
    expect(nextAfter(`${ONE_TURN}\n ran 1\n loopStop 1\n end completed`)).toBe('the program has ended');
  });

  test('it runs what is first in the ready queue', () => {
    expect(nextAfter(`${ONE_TURN}\n task 2 Task-2 a\n handle 2 2 firstStep\n handle 3 0 callback print`)).toBe('next: a');
  });

  test('with nothing ready it waits for the earliest timer', () => {
    const asleep = `${ONE_TURN}\n timer 2 0.3s _set_result_unless_cancelled\n timer 3 0.2s tick\n suspend 1 sleep 2\n ran 1`;
    expect(nextAfter(asleep)).toBe('next: wait until 0.200 s for tick');
    expect(nextAfter(`${asleep}\n clock 0.2s idle\n due 3\n run 3\n ran 3`)).toBe('next: wait until 0.300 s for the timer of main');
  });

  test('with no timer either it waits for an answer from outside, or for nothing', () => {
    expect(nextAfter(`${ONE_TURN}\n suspend 1 io 0\n ran 1`)).toBe('next: wait for an answer from outside');
    expect(nextAfter(`${ONE_TURN}\n resource 1 Event gate\n suspend 1 wait 1\n ran 1`)).toBe('next: nothing is ready, and no timer is set');
  });
});
