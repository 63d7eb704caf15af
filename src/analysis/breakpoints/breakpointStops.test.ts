import { describe, expect, test } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import type { Way } from '../../model/landmarks';
import { draw } from '../../model/recording-drawing.test-support';
import { asStep } from '../../model/units';
import type { Breakpoint } from './breakpoint';
import { Breaks } from './breakpointStops';
import { readCondition } from './condition';

/** fetch-1 and fetch-2 each run line 5 three times, with n counting down; line 5 of another file runs as well. */
const RECORDING = draw(`
  frame 1 0 <module> main.py
  line 1 1
  local 1 limit 2
  loopStart 1
  task 1 Task-1 fetch main.py:9
  task 2 special fetch main.py:9
  task 3 Task-3 fetch main.py:9
  handle 1 1 firstStep
  handle 2 3 firstStep
  turn 1 2
  run 1
  frame 2 0 fetch main.py
  local 2 n 3
  line 2 5
  local 2 n 2
  line 2 5
  frame 3 2 helper other.py
  line 3 5
  returned 3
  local 2 n 1
  line 2 5
  ran 1
  run 2
  frame 4 0 fetch main.py
  local 4 n 3
  line 4 5
  local 4 n 2
  line 4 5
  local 4 n 0
  line 4 5
  ran 2
  end completed 0
`);

const at = (line: number, task = '', condition = ''): Breakpoint => ({ line, task, condition });

function walk(breakpoints: readonly Breakpoint[], way: Way): readonly number[] {
  const index = new RecordingIndex(RECORDING);
  const breaks = new Breaks(index, readCondition);
  const seen: number[] = [];
  let step = breaks.beside(breakpoints, asStep(way === 'next' ? 0 : index.length), way);
  for (; step !== null; step = breaks.beside(breakpoints, step, way)) seen.push(step);
  return seen;
}

const EACH_PASS = [14, 16, 21, 26, 28, 30];

describe('breakpoints', () => {
  test('stop where their line is about to run, in the program’s own file only', () => {
    expect(walk([at(5)], 'next')).toEqual(EACH_PASS);
  });

  test('stop at the same steps going back, whatever their conditions', () => {
    for (const breakpoint of [at(5), at(5, 'fetch-2'), at(5, '', 'n == 2'), at(5, 'fetch-1', 'n < limit')])
      expect(walk([breakpoint], 'previous').toReversed()).toEqual(walk([breakpoint], 'next'));
  });

  test('on a task take its label, its label without the number, or asyncio’s name', () => {
    expect(walk([at(5, 'fetch-1')], 'next')).toEqual([14, 16, 21]);
    expect(walk([at(5, 'Task-3')], 'next')).toEqual([26, 28, 30]);
    expect(walk([at(5, 'fetch')], 'next')).toEqual(EACH_PASS);
    expect(walk([at(5, 'fetc')], 'next')).toEqual([]);
  });

  test('on a condition stop where it is true of the locals and the globals', () => {
    expect(walk([at(5, '', 'n == limit')], 'next')).toEqual([16, 28]);
    expect(walk([at(5, 'fetch-2', 'n <= 0')], 'next')).toEqual([30]);
  });

  test('several are stopped at in the order of the recording', () => {
    expect(walk([at(5, '', 'n == 1'), at(1), at(5, '', 'n == 0')], 'next')).toEqual([2, 21, 30]);
  });

  test('one whose condition cannot be told stops nowhere and says why', () => {
    const stops = new Breaks(new RecordingIndex(RECORDING), readCondition).of(at(5, '', 'm > 1'));
    expect(stops.first(100)).toMatchObject({ all: true, stops: { length: 0 } });
    expect(stops.reason).toBe('m is not recorded here');
  });

  test('no more passes are looked at than were asked for', () => {
    const stops = new Breaks(new RecordingIndex(RECORDING), readCondition).of(at(5));
    expect(stops.first(2)).toMatchObject({ all: false, stops: { length: 2 } });
    expect(stops.first(6)).toMatchObject({ all: true, stops: { length: 6 } });
  });
});
