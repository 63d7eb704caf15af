import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import { eventLoopLanes } from './lanes';

/** Each lane as its name and what stands in it, with notes in brackets. */
const lanes = (drawing: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    eventLoopLanes(drawnWorld(drawing)).map((lane) => [
      lane.name,
      lane.items.map(({ label, note }) => (note === undefined ? label : `${label} (${note})`)),
    ]),
  );

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
    expect(lanes(drawing)['Ready queue']).toEqual(['a (first step)', 'print', 'main (yielded)']);
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

  test('tasks in simulated I/O stand outside the loop', () => {
    expect(lanes(`${ONE_TURN}\n suspend 1 io 0\n ran 1`)['I/O and threads']).toEqual(['main']);
  });
});
