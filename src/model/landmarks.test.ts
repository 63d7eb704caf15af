import { describe, expect, test } from 'vitest';
import { RecordingIndex } from './index/recording-index';
import { type Landmark, landmarkBeside, type Way } from './landmarks';
import { draw } from './recording-drawing.test-support';
import { simulatedRecording } from './simulated-recordings.test-support';
import { asResourceId, asStep } from './units';

const RAISING = draw(`
  loopStart 1
  task 1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
  frame 1 0 main
  line 1 3
  output 1 'one↵'
  frame 2 1 helper
  line 2 7
  raised 2 'ValueError(1)'
  returned 2
  raised 1 'ValueError(1)'
  line 1 4
  output 1 'two↵'
  raised 1 'KeyError(2)'
  returned 1
  taskDone 1 exception 'KeyError(2)'
  ran 1
  end exception 1
`);

/** All the steps at which one stops from one end to the other. */
function walk(index: RecordingIndex, landmark: Landmark, way: Way): readonly number[] {
  const seen: number[] = [];
  let step = way === 'next' ? asStep(0) : asStep(index.length);
  for (let next = landmarkBeside(index, step, landmark, way); next !== null; next = landmarkBeside(index, step, landmark, way)) {
    seen.push(next);
    step = next;
  }
  return seen;
}

const textsOf = (landmark: Landmark): readonly string[] =>
  walk(new RecordingIndex(RAISING), landmark, 'next').map((step) => RAISING.string(RAISING.fieldAt(step - 1, 1)));

describe('landmarks', () => {
  test('an exception is found where it was raised, not in each caller through which it passes', () => {
    expect(textsOf({ kind: 'exception' })).toEqual(['ValueError(1)', 'KeyError(2)']);
  });

  test('how an `async for` learns that nothing more comes is no exception to stop at', () => {
    const index = new RecordingIndex(draw("task 1 main\n frame 1 0 main\n raised 1 'StopAsyncIteration()'"));
    expect(walk(index, { kind: 'exception' }, 'next')).toEqual([]);
  });

  test('output is found write by write', () => {
    expect(textsOf({ kind: 'output' })).toEqual(['one\n', 'two\n']);
  });

  test('going back stops where going forward did, for each kind', () => {
    for (let seed = 0; seed < 40; seed++) {
      const index = new RecordingIndex(simulatedRecording(seed, 300));
      const resources = Array.from({ length: index.resources.countAt(index.length) }, (_, i) => asResourceId(i + 1));
      const landmarks: Landmark[] = [
        { kind: 'exception' },
        { kind: 'output' },
        ...resources.map((resource): Landmark => ({ kind: 'resource', resource })),
      ];
      for (const landmark of landmarks) {
        expect(walk(index, landmark, 'previous').toReversed()).toEqual(walk(index, landmark, 'next'));
      }
    }
  });

  test('the changes of a resource are its creation and all events that concern it', () => {
    const index = new RecordingIndex(simulatedRecording(7, 300));
    const resource = asResourceId(1);
    const changes = new Set<number>();
    for (let step = index.resources.creation(resource) + 1; step <= index.length; step++)
      changes.add(index.resources.latestChange(resource, step) + 1);
    expect(changes.size).toBeGreaterThan(3);
    expect(walk(index, { kind: 'resource', resource }, 'next')).toEqual([...changes]);
  });
});
