import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordingIndex } from './index/recording-index';
import { nextStep, previousStep, type StepSize } from './navigation';
import type { Recording } from './recording';
import { draw } from './recording-drawing.test-support';
import { simulatedRecording, wildRecording } from './simulated-recordings.test-support';
import { asStep, asTaskId, type TaskId } from './units';

const TWO_TASKS = draw(`
  frame 1 0 <module>
  line 1 12
  task 1 main
  handle 1 1 firstStep
  task 2 other
  handle 2 2 firstStep
  loopStart 1
  turn 1 2
  run 1
  frame 2 0 main
  line 2 3
  line 2 4
  handle 3 1 yielded
  suspend 1 yielded
  ran 1
  run 2
  frame 3 0 other
  line 3 8
  taskDone 2 result
  ran 2
  turn 2 1
  run 3
  line 2 5
  taskDone 1 result
  ran 3
  loopStop 1
  line 1 13
  end completed
`);

/** Every step from the first to the last, in the given size, as the events right before them. */
function walk(recording: Recording, by: StepSize, task: TaskId | null = null): readonly string[] {
  const index = new RecordingIndex(recording);
  const seen: string[] = [];
  for (let step = asStep(0); step < recording.length; ) {
    step = nextStep(index, step, by, { task });
    const event = recording.event(step - 1);
    seen.push(event.type === 'line' ? `line ${event.line}` : event.type === 'run' ? `run ${event.handle}` : event.type);
  }
  return seen;
}

/** Many steps or files are compared, and the machine may be busy. */
const SLOW = { timeout: 60_000 };

describe('going forward', () => {
  it('stops at every line that is about to run, whoever runs it, and at the end', () => {
    expect(walk(TWO_TASKS, 'line')).toEqual(['line 12', 'line 3', 'line 4', 'line 8', 'line 5', 'line 13', 'end']);
  });

  it('stops at every handle that begins to run', () => {
    expect(walk(TWO_TASKS, 'taskSwitch')).toEqual(['run 1', 'run 2', 'run 3', 'end']);
  });

  it('stops at every loop turn that begins', () => {
    expect(walk(TWO_TASKS, 'loopTurn')).toEqual(['turn', 'turn', 'end']);
  });

  it('stops at every single event', () => {
    expect(walk(TWO_TASKS, 'event')).toHaveLength(TWO_TASKS.length);
  });

  it('stops within one task only where that task runs', () => {
    expect(walk(TWO_TASKS, 'line', asTaskId(1))).toEqual(['line 3', 'line 4', 'line 5', 'end']);
    expect(walk(TWO_TASKS, 'taskSwitch', asTaskId(2))).toEqual(['run 2', 'end']);
    expect(walk(TWO_TASKS, 'event', asTaskId(2))).toEqual(['run 2', 'frame', 'line 8', 'taskDone', 'ran', 'end']);
  });

  it('stops within one task nowhere while a thread runs in the middle of it, and goes on after that', () => {
    const recording = draw(`
      frame 1 0 <module>
      task 1 main
      handle 1 1 firstStep
      loopStart 1
      run 1
      frame 2 0 main
      line 2 3
      thread 1 worker work
      threadRun 1
      frame 3 0 work
      line 3 8
      line 3 9
      threadDone 1
      line 2 4
      ran 1
      loopStop 1
      end completed
    `);
    expect(walk(recording, 'line', asTaskId(1))).toEqual(['line 3', 'line 4', 'end']);
  });

  it('stops at the turns in which one task runs', () => {
    const index = new RecordingIndex(TWO_TASKS);
    const first = nextStep(index, asStep(0), 'loopTurn', { task: asTaskId(2) });
    expect(TWO_TASKS.event(first - 1)).toMatchObject({ type: 'turn', turn: 1 });
    expect(nextStep(index, first, 'loopTurn', { task: asTaskId(2) })).toBe(TWO_TASKS.length);
  });
});

/** Whether an event is one at which to stop, told by reading the recording from its start. */
function stopsByReading(recording: Recording, by: StepSize, task: TaskId | null): readonly number[] {
  const stops = new Set([0, recording.length]);
  let running = 0;
  let interrupted = 0;
  let turn = -1;
  for (let index = 0; index < recording.length; index++) {
    const event = recording.event(index);
    const before = running;
    if (event.type === 'run') running = event.task;
    if (event.type === 'ran' || event.type === 'loopStart' || event.type === 'loopStop' || event.type === 'end') running = 0;
    if (event.type === 'threadRun') [interrupted, running] = [running, 0];
    if (event.type === 'threadWait' || event.type === 'threadDone') [interrupted, running] = [0, interrupted];
    if (event.type === 'turn') turn = index;
    const concerns = task === null || running === task || before === task;
    if (by === 'event' && concerns) stops.add(index + 1);
    if (by === 'line' && event.type === 'line' && concerns) stops.add(index + 1);
    if (by === 'taskSwitch' && event.type === 'run' && (task === null || running === task)) stops.add(index + 1);
    if (by === 'loopTurn' && event.type === 'turn' && task === null) stops.add(index + 1);
    if (by === 'loopTurn' && event.type === 'run' && event.task === task && turn !== -1) stops.add(turn + 1);
  }
  return [...stops].sort((a, b) => a - b);
}

const SIZES: readonly StepSize[] = ['event', 'line', 'taskSwitch', 'loopTurn'];

describe('going forward and back', () => {
  it('goes to the nearest stop on either side, from any step of any recording', SLOW, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(simulatedRecording, wildRecording),
        fc.integer(),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(...SIZES),
        fc.option(fc.integer({ min: 1, max: 5 })),
        (make, seed, size, by, wanted) => {
          const recording = make(seed, size);
          const index = new RecordingIndex(recording);
          const task = wanted === null || wanted > index.tasks.count ? null : asTaskId(wanted);
          const stops = stopsByReading(recording, by, task);
          for (let step = 0; step <= recording.length; step++) {
            expect(nextStep(index, asStep(step), by, { task })).toBe(stops.find((stop) => stop > step) ?? recording.length);
            expect(previousStep(index, asStep(step), by, { task })).toBe(stops.findLast((stop) => stop < step) ?? 0);
          }
        },
      ),
    );
  });

  it('comes back to the step it left, if that is one of those it stops at', () => {
    const index = new RecordingIndex(TWO_TASKS);
    for (const by of SIZES) {
      for (let step = nextStep(index, asStep(0), by); step < TWO_TASKS.length; step = nextStep(index, step, by)) {
        expect(previousStep(index, nextStep(index, step, by), by)).toBe(step);
        expect(nextStep(index, previousStep(index, step, by), by)).toBe(step);
      }
    }
  });
});
