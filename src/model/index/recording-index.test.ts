import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventChunk } from '../chunk';
import { seededDice } from '../dice.test-support';
import { EventWriter } from '../event-writer.test-support';
import { RecordingBuilder } from '../recording';
import { DEFAULT_CONDITIONS } from '../scenario';
import { simulateProgram } from '../simulated-program.test-support';
import { simulatedRecording } from '../simulated-recordings.test-support';
import { asStep } from '../units';
import type { World } from '../world';
import { worldAt } from '../world-at';
import { RecordingIndex } from './recording-index';

/** The same program's events, in chunks of at least so many events. */
function simulatedChunks(seed: number, size: number): readonly EventChunk[] {
  const writer = new EventWriter();
  const chunks: EventChunk[] = [];
  simulateProgram(writer, seededDice(seed), { events: 400, tasks: 20, alive: 10, lines: true }, () => {
    if (writer.pending >= size) chunks.push(writer.take());
  });
  chunks.push(writer.take());
  return chunks;
}

/** Labels depend on the whole recording so far, unlike all else. */
function withoutLabels({ running, tasks, ...world }: World): unknown {
  return { ...world, running: running === null ? null : running.handle, tasks: tasks.map(({ label: _label, ...task }) => task) };
}

/** Many steps or files are compared, and the machine may be busy. */
const SLOW = { timeout: 60_000 };

describe('the index of a recording that grows', () => {
  it('is the same as if all had been there at once, whatever the size of the chunks', SLOW, () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 100 }), (seed, size) => {
        const builder = new RecordingBuilder({ files: [] }, DEFAULT_CONDITIONS);
        const growing = new RecordingIndex(builder.recording());
        for (const chunk of simulatedChunks(seed, size)) {
          builder.append(chunk);
          growing.extend(builder.recording());
        }
        const whole = new RecordingIndex(builder.recording());
        for (let step = 0; step <= whole.length; step++) {
          const [one, other] = [worldAt(growing, asStep(step)), worldAt(whole, asStep(step))];
          if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('says of a step the same after more was recorded, but for the labels of tasks', SLOW, () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 20, max: 100 }), (seed, size) => {
        const builder = new RecordingBuilder({ files: [] }, DEFAULT_CONDITIONS);
        const index = new RecordingIndex(builder.recording());
        const seen: World[] = [];
        for (const chunk of simulatedChunks(seed, size)) {
          builder.append(chunk);
          index.extend(builder.recording());
          while (seen.length <= index.length) seen.push(worldAt(index, asStep(seen.length)));
        }
        for (const world of seen) {
          const [again, before] = [withoutLabels(worldAt(index, world.step)), withoutLabels(world)];
          if (!isDeepStrictEqual(again, before)) expect(again).toEqual(before);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('calls tasks by other labels once more of them are known', () => {
    const writer = new EventWriter();
    const builder = new RecordingBuilder({ files: [] }, DEFAULT_CONDITIONS);
    const index = new RecordingIndex(builder.recording());
    const labelsAfter = (...task: readonly (number | string)[]): readonly string[] => {
      writer.write('task', ...task);
      builder.append(writer.take());
      index.extend(builder.recording());
      return worldAt(index, asStep(index.length)).tasks.map(({ label }) => label);
    };
    expect(labelsAfter(1, 'Task-1', 'fetch')).toEqual(['fetch']);
    expect(labelsAfter(2, 'Task-2', 'fetch')).toEqual(['fetch-1', 'fetch-2']);
  });

  it('cannot go on with a recording that is shorter', () => {
    const index = new RecordingIndex(simulatedRecording(1, 200));
    expect(() => index.extend(simulatedRecording(1, 50))).toThrow(RangeError);
  });
});

describe('the views of a world', () => {
  it('are the same objects at the next step, except of what changed', () => {
    const index = new RecordingIndex(simulatedRecording(3, 500));
    let shared = 0;
    for (let step = 1; step <= index.length; step++) {
      const [before, after] = [worldAt(index, asStep(step - 1)), worldAt(index, asStep(step))];
      for (const [position, task] of after.tasks.entries()) {
        const was = before.tasks[position];
        if (was !== task) continue;
        shared++;
        expect(task.since).toBeLessThan(step);
      }
    }
    expect(shared).toBeGreaterThan(index.length);
  });

  it('take less than 48 bytes an event in the index', () => {
    const index = new RecordingIndex(simulatedRecording(5, 20_000));
    expect(index.byteLength / index.length).toBeLessThan(48);
  });
});
