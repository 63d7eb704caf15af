import { describe, expect, test } from 'vitest';
import { asStep } from '../../../model/units';
import { worldAt } from '../../../model/world-at';
import { drawnIndex } from '../../drawnWorld.test-support';
import { eventLoopLanes } from './lanes';

/** Each lane as its name and what stands in it, with notes in brackets. */
const lanes = (drawing: string): Readonly<Record<string, readonly string[]>> => {
  const index = drawnIndex(drawing);
  return Object.fromEntries(
    eventLoopLanes(index, worldAt(index, asStep(index.length))).map((lane) => [
      lane.name,
      lane.items.map(({ label, note }) => (note === undefined ? label : `${label} (${note})`)),
    ]),
  );
};

/** What stands in the lane of what runs now when nothing does. */
function emptyLane(drawing: string): string | undefined {
  const index = drawnIndex(drawing);
  return eventLoopLanes(index, worldAt(index, asStep(index.length)))[0]?.empty;
}

const ONE_TURN = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
`;

describe('the lanes of the event loop', () => {
  test('the running task is shown with the line where it stands', () => {
    expect(lanes(`${ONE_TURN}\n frame 1 0 main main.py\n line 1 6`)['Running now']).toEqual(['main (line 6)']);
  });

  test('between two handles nothing runs', () => {
    expect(lanes(`${ONE_TURN}\n suspend 1 io 0\n ran 1`)['Running now']).toEqual([]);
  });

  test('the ready queue is in order and says how each got there', () => {
    const drawing = `${ONE_TURN}
      task 2 Task-2 a
      handle 2 2 firstStep
      handle 3 0 callback print
      handle 4 1 yielded`;
    expect(lanes(drawing)['Ready queue']).toEqual(['a (first step)', 'print (from main)', 'main (yielded)']);
  });

  test('a woken task says by whom, or that its sleep is over, or that it is to be cancelled', () => {
    const waiting = `${ONE_TURN}
      task 2 Task-2 a
      handle 2 2 firstStep
      resource 1 Event gate
      suspend 1 wait 1
      ran 1
      run 2`;
    expect(lanes(`${waiting}\n handle 3 1 wakeup`)['Ready queue']).toEqual(['main (woken by a)']);
    expect(lanes(`${waiting}\n cancelRequested 1\n handle 3 1 wakeup`)['Ready queue']).toEqual(['main (to be cancelled)']);
    const slept = `${ONE_TURN}
      timer 2 0.1s _set_result_unless_cancelled
      suspend 1 sleep 2
      ran 1
      clock 0.1s idle
      due 2
      turn 2 1
      run 2
      handle 3 1 wakeup
      ran 2`;
    expect(lanes(slept)['Ready queue']).toEqual(['main (sleep is over)']);
  });

  test("asyncio's own callbacks are called by what they belong to", () => {
    const drawing = `${ONE_TURN}
      timer 2 0.1s _set_result_unless_cancelled
      suspend 1 sleep 2
      ran 1
      clock 0.1s idle
      due 2
      handle 3 0 callback TaskGroup._on_task_done`;
    expect(lanes(drawing)['Ready queue']).toEqual(['main (ends the sleep)', 'callback of the TaskGroup']);
    expect(lanes(`${drawing}\n turn 2 2\n run 2`)['Running now']).toEqual(['callback of a sleep (ends the sleep)']);
  });

  test('timers are in order of their time and say how long is left', () => {
    const drawing = `${ONE_TURN}
      timer 2 0.5s late
      timer 3 0.2s early
      clock 0.1s computed`;
    expect(lanes(drawing).Timers).toEqual(['early (in 0.100 s)', 'late (in 0.400 s)']);
  });

  test('a timeout is called by the task that it is for', () => {
    expect(lanes(`${ONE_TURN}\n timer 2 0.5s Timeout._on_timeout`).Timers).toEqual(['timeout of main (in 0.500 s)']);
  });

  test('tasks in simulated I/O stand outside the loop, with what they wait for', () => {
    expect(lanes(`${ONE_TURN}\n suspend 1 io 0\n ran 1`)['I/O and threads']).toEqual(['main (simulated I/O)']);
    expect(lanes(`${ONE_TURN}\n io 1 0.5s 'read a:80'\n suspend 1 io 1\n ran 1`)['I/O and threads']).toEqual([
      'main (read a:80 in 0.500 s)',
    ]);
  });

  test('after the end nothing has control, and what is left never comes', () => {
    const left = `${ONE_TURN}\n io 1 0.5s 'read a:80'\n timer 2 5s tick\n taskDone 1 result None\n ran 1\n loopStop 1`;
    expect(lanes(`${left}\n end completed`)).toMatchObject({
      Timers: ['tick (never came)'],
      'I/O and threads': ['read a:80 (unfinished)'],
    });
    expect(lanes(`${left}\n end budget 4 x`)).toMatchObject({
      Timers: ['tick (in 5.000 s)'],
      'I/O and threads': ['read a:80 (in 0.500 s)'],
    });
    expect(emptyLane(`${ONE_TURN}\n suspend 1 io 0\n ran 1`)).toBe('nothing: the loop has control');
    expect(emptyLane(`${left}\n end completed`)).toBe('nothing: the program has ended');
    expect(emptyLane('end exception 1 x')).toBe('nothing: the program has ended');
  });
});
