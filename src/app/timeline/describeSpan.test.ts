import { describe, expect, test } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { describeSpan, durationWords, spokenSpan } from './describeSpan';
import { Lanes } from './spans';
import { recordedClock } from './stepClock';

/** fetch waits for the semaphore that main holds while main sleeps and then holds up the loop. */
const recording = draw(`
  resource 1 Semaphore sem
  level 1 1 1
  loopStart 1
  task 1 main
  handle 1 1 firstStep
  task 2 fetch
  handle 2 2 firstStep
  turn 1 2
  run 1
  acquired 1 1
  level 1 0 1
  timer 3 0.3s
  suspend 1 sleep 3
  ran 1
  run 2
  suspend 2 acquire 1
  ran 2
  clock 0.3s idle
  due 3
  turn 2 1
  run 3 1
  clock 0.35s blocked
  output 1 done
  taskDone 1 result '42'
  ran 3
  end deadlock 3
`);
const index = new RecordingIndex(recording);
const lanes = new Lanes(index);
const clock = recordedClock(index, recording.length);
const spoken = (lane: number, span: number) => {
  const description = describeSpan(index, lanes, clock, { lane, span });
  return description === null ? null : spokenSpan(description);
};

describe('a span in words', () => {
  test('says which task, its state and why, when, and which steps', () => {
    expect(spoken(1, 2)).toBe('fetch, waiting, sem.acquire(): all 1 permits are taken, 0.000 s to 0.350 s, steps 16 to 26');
    expect(spoken(0, 2)).toBe('main, sleeping, wakes at 0.300 s, 0.000 s to 0.300 s, steps 13 to 19');
  });

  test('a span in which no time passes is told as a moment', () => {
    expect(spoken(1, 0)).toBe('fetch, ready, 2nd in the ready queue, at 0.000 s, steps 7 to 15');
  });

  test('a task that holds up the loop says so, for as long as the clock moves', () => {
    expect(spoken(0, 4)).toMatch(/^main, blocking, .*0\.300 s to 0\.350 s, steps 21 to 22$/);
  });

  test('the end of a task is one step', () => {
    expect(spoken(0, 6)).toBe('main, done, returned 42, at 0.350 s, step 24');
  });

  test('how long it lasts is told in seconds, or that no time passes', () => {
    const durations = [describeSpan(index, lanes, clock, { lane: 1, span: 2 }), describeSpan(index, lanes, clock, { lane: 1, span: 0 })];
    expect(durations.map((span) => span && durationWords(span))).toEqual(['for 0.350 s', 'no time passes']);
  });

  test('there are no words for a span that does not exist', () => {
    expect(spoken(0, 7)).toBeNull();
    expect(spoken(5, 0)).toBeNull();
  });
});
