import { describe, expect, test } from 'vitest';
import { worldAt } from '../../model/world-at';
import { drawnIndex } from '../drawnWorld.test-support';
import { openingStep, tellingStep } from './openingStep';

describe('where one stands at first', () => {
  test('in a new recording: where its first line is about to run', () => {
    expect(openingStep(drawnIndex('frame 1 0 <module> main.py\n line 1 3\n line 1 4'))).toBe(2);
  });

  test('in a recording without lines: at its end', () => {
    expect(openingStep(drawnIndex('loopStart 1\n loopStop 1'))).toBe(2);
  });

  test('in an example: at the first switch at which most is going on', () => {
    const index = drawnIndex(`
      frame 1 0 <module> main.py
      line 1 1
      loopStart 1
      task 1 Task-1 a
      handle 1 1 firstStep
      task 2 Task-2 b
      handle 2 2 firstStep
      task 3 Task-3 c
      handle 3 3 firstStep
      turn 1 3
      run 1
      timer 4 1s
      suspend 1 sleep 4
      ran 1
      run 2
      suspend 2 task 3
      ran 2
      run 3
    `);
    const { running, ready, timers } = worldAt(index, tellingStep(index));
    expect([running?.label, ready.length, timers.length]).toEqual(['b', 1, 1]);
  });

  test('in an example without any task switch: at its first line', () => {
    expect(tellingStep(drawnIndex('frame 1 0 <module> main.py\n line 1 3\n line 1 4'))).toBe(2);
  });
});
