import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorName, creatorOf } from '../../model/actor-id';
import { RecordingIndex } from '../../model/index/recording-index';
import { type Recording, RecordingBuilder } from '../../model/recording';
import { draw } from '../../model/recording-drawing.test-support';
import { asStep } from '../../model/units';
import { KIND } from '../../model/vocabulary';
import { worldAt } from '../../model/world-at';
import type { Lane } from './lane';
import { ALL_LANES, arrangeLanes, lanesInWords } from './laneRows';
import { Lanes } from './spans';
import { threadedTask } from './threads.test-support';

/** Two tasks: main sleeps 300 ms and then holds the loop up for 50 ms; fetch waits for it, and fails. */
const STORY = `
  loopStart 1
  task 1 main
  handle 1 1 firstStep
  task 2 fetch
  handle 2 2 firstStep
  turn 1 2
  run 1
  timer 3 0.3s
  suspend 1 sleep 3
  ran 1
  run 2
  suspend 2 task 1
  ran 2
  clock 0.3s idle
  due 3
  turn 2 1
  run 3 1
  clock 0.35s blocked
  output 1 done
  taskDone 1 result 'None'
  handle 4 2 wakeup
  ran 3
  turn 3 1
  run 4
  taskDone 2 exception 'ValueError()'
  ran 4
  end completed 0
`;

/** A recording of the first events of another. */
function firstEvents(recording: Recording, length: number): Recording {
  const builder = new RecordingBuilder(recording.program, recording.conditions);
  const column = (position: 0 | 1 | 2 | 3) => Int32Array.from({ length }, (_, event) => recording.fieldAt(event, position));
  builder.append({
    kind: Uint8Array.from({ length }, (_, event) => recording.kindAt(event)),
    a: column(0),
    b: column(1),
    c: column(2),
    d: column(3),
    strings: Array.from({ length: recording.stringCount - 1 }, (_, id) => recording.string(id + 1)),
  });
  return builder.recording();
}

/** "waiting@2 0ms" for each span of a lane. */
function spansOf(lanes: Lanes, position: number): readonly string[] {
  return spansOfLane(lanes.at(position));
}

function spansOfLane(lane: Lane | undefined): readonly string[] {
  if (lane === undefined) throw new Error('there is no such lane');
  return Array.from({ length: lane.count }, (_, span) => `${lane.stateAt(span)}@${lane.stepAt(span)} ${lane.nsAt(span) / 1e6}ms`);
}

describe('lanes', () => {
  const recording = draw(STORY);
  const lanes = new Lanes(new RecordingIndex(recording));

  test('there is one for each task, in order of creation', () => {
    expect(lanes.count).toBe(2);
    expect([lanes.at(0)?.id, lanes.at(1)?.id, lanes.at(2)?.id]).toEqual([1, 2, undefined]);
  });

  test('a sleeper that holds up the loop is shown asleep, ready, blocking while the clock moves, running and done', () => {
    expect(spansOf(lanes, 0)).toEqual([
      'ready@3 0ms',
      'running@7 0ms',
      'sleeping@9 0ms',
      'ready@15 300ms',
      'blocking@17 300ms',
      'running@18 350ms',
      'done@20 350ms',
    ]);
  });

  test('a task that waits and fails is shown so', () => {
    expect(spansOf(lanes, 1)).toEqual([
      'ready@5 0ms',
      'running@11 0ms',
      'waiting@12 0ms',
      'ready@21 350ms',
      'running@24 350ms',
      'failed@25 350ms',
    ]);
  });

  test('from when its task is queued, and outside blocking, a lane shows at each step the state that the world has', () => {
    const index = new RecordingIndex(recording);
    for (let step = 0; step <= recording.length; step++) {
      for (const { task, state } of worldAt(index, asStep(step)).tasks) {
        const lane = lanes.at(lanes.positionOf(task));
        const shown = lane?.stateAt(lane.spanAt(step));
        const clockMoves = recording.kindAt(step) === KIND.clock || recording.kindAt(step - 1) === KIND.clock;
        if (!clockMoves && shown !== undefined && lane !== undefined && lane.spanAt(step) !== -1)
          expect(`${task} ${step} ${shown}`).toBe(`${task} ${step} ${state}`);
      }
    }
  });

  test('a recording read as it grows, in pieces of any size, gives the same lanes as the whole', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: recording.length - 1 })), (cuts) => {
        const index = new RecordingIndex(firstEvents(recording, 0));
        const growing = new Lanes(index);
        for (const length of [...cuts.sort((a, b) => a - b), recording.length]) {
          index.extend(firstEvents(recording, length));
          growing.extend();
        }
        expect(growing.count).toBe(2);
        expect([spansOf(growing, 0), spansOf(growing, 1)]).toEqual([spansOf(lanes, 0), spansOf(lanes, 1)]);
      }),
    );
  });

  test('a lane sums up what its task did between two spans', () => {
    const lane = lanes.at(0);
    expect(lane?.busySteps(0, 6)).toBe(2 + 1 + 2);
    expect(lane?.busyNs(0, 6)).toBe(50e6);
    expect(lane?.blocks(0, 4)).toBe(false);
    expect(lane?.blocks(0, 5)).toBe(true);
  });

  test('the span at a step is the last that began', () => {
    const lane = lanes.at(0);
    expect([0, 2, 3, 8, 9, 14, 15, 999].map((step) => lane?.spanAt(step))).toEqual([-1, -1, 0, 1, 2, 2, 3, 6]);
  });
});

describe('the lane of a thread', () => {
  const { index, lanes } = threadedTask();

  test('shows it ready, running, asleep, and idle once its pool has no work for it', () => {
    expect(lanes.threads.map(spansOfLane)).toEqual([
      ['ready@7 0ms', 'running@11 0ms', 'sleeping@13 0ms', 'running@15 300ms', 'idle@18 300ms'],
    ]);
  });

  test('stands below who started it', () => {
    const family = { labelOf: (id: number) => actorName(index, id), creatorOf: (id: number) => creatorOf(index, id) };
    const rows = arrangeLanes([...lanes.of(null), ...lanes.threads], family, ALL_LANES, null);
    expect([0, 1].map((position) => [rows.at(position)?.id, rows.lookAt(position).depth])).toEqual([
      [1, 0],
      [-1, 1],
    ]);
    expect(lanesInWords(rows)).toBe('1 task and 1 thread');
  });
});
