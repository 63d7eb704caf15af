import { describe, expect, test } from 'vitest';
import { asStep } from '../../../model/units';
import { worldAt } from '../../../model/world-at';
import { drawnIndex } from '../../drawnWorld.test-support';
import { whatNext } from './whatNext';

/** What comes next after a drawing, in a recording that goes on with what is drawn after `then`. */
function nextAfter(drawing: string, then = ''): string {
  const index = drawnIndex(`${drawing}\n${then}`);
  return whatNext(index, worldAt(index, asStep(drawnIndex(drawing).length)));
}

const ONE_TURN = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
`;
const NOTHING = 'next: nothing is ready, and no timer is set';

describe('what the loop does next', () => {
  test('before it begins and after it ends there is no loop', () => {
    expect(nextAfter('task 1 Task-1 main')).toBe('the loop has not begun');
    expect(nextAfter(`${ONE_TURN}\n ran 1\n loopStop 1`)).toBe('the loop stands still');
  });

  test('after the last event nothing comes next, which does not mean that the program has ended', () => {
    expect(nextAfter(`${ONE_TURN}\n ran 1\n loopStop 1\n end completed`)).toBe('the program has ended');
    expect(nextAfter(`${ONE_TURN}\n ran 1\n end deadlock 3`)).toBe('nothing can ever run again');
    expect(nextAfter(`${ONE_TURN}\n ran 1\n end budget 4 x`)).toBe('the recording ends here');
    expect(nextAfter(`${ONE_TURN}\n end input 0`)).toBe('the program waits for input');
  });

  test('with control it runs what is first in the ready queue', () => {
    const ready = `${ONE_TURN}\n task 2 Task-2 a\n handle 2 2 firstStep\n handle 3 0 callback print`;
    expect(nextAfter(`${ready}\n suspend 1 io 0\n ran 1`)).toBe('next: a');
    expect(nextAfter(ready)).toBe('next so far: a');
  });

  test('while something runs no timer is next: it may make something ready', () => {
    const unknown = 'nothing next so far; what runs now may change that';
    expect(nextAfter(ONE_TURN)).toBe(unknown);
    expect(nextAfter(`${ONE_TURN}\n timer 2 0.2s tick`)).toBe(unknown);
  });

  test('with nothing ready it waits for the earliest timer', () => {
    const asleep = `${ONE_TURN}\n timer 2 0.3s _set_result_unless_cancelled\n timer 3 0.2s tick\n suspend 1 sleep 2\n ran 1`;
    expect(nextAfter(asleep)).toBe('next: wait until 0.200 s for tick');
    expect(nextAfter(`${asleep}\n clock 0.2s idle`)).toBe('next: tick');
    expect(nextAfter(`${asleep}\n clock 0.2s idle\n due 3\n run 3\n ran 3`)).toBe('next: wait until 0.300 s for the timer of main');
  });

  test('an answer or a thread may come before the earliest timer', () => {
    const reads = `${ONE_TURN}\n timer 2 5s tick\n io 1 0.5s 'read a:80'\n suspend 1 io 1`;
    expect(nextAfter(`${reads}\n ran 1`)).toBe('next: wait until 0.500 s for read a:80');
    expect(nextAfter(`${reads}\n ran 1\n clock 0.5s idle`)).toBe('next: what has come from outside: read a:80');
    const thread = `${reads}\n thread 1 worker load\n threadRun 1\n threadWait 1 sleep 0.2s\n ran 1`;
    expect(nextAfter(thread)).toBe('next: wait until 0.200 s for thread worker');
    expect(nextAfter(thread, 'threadRun 1')).toBe('next: thread worker');
  });

  test('with no timer either it waits for an answer from outside, or for nothing', () => {
    expect(nextAfter(`${ONE_TURN}\n suspend 1 io 0\n ran 1`)).toBe('next: wait for an answer from outside');
    expect(nextAfter(`${ONE_TURN}\n resource 1 Event gate\n suspend 1 wait 1\n ran 1`)).toBe(NOTHING);
  });

  test('a loop that was told to stop stops, whatever is set', () => {
    const stops = `${ONE_TURN}\n timer 2 5s tick\n taskDone 1 result None\n ran 1`;
    expect(nextAfter(stops, 'loopStop 1')).toBe('next: the loop stops');
  });
});
