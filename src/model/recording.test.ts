import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventChunk } from './chunk';
import { EventWriter } from './event-writer.test-support';
import { type Recording, RecordingBuilder } from './recording';
import { draw } from './recording-drawing.test-support';
import { RecordingError } from './recording-error';
import { DEFAULT_CONDITIONS } from './scenario';
import { simulatedRecording } from './simulated-recordings.test-support';

const PROGRAM = { files: [{ path: 'main.py', text: 'print(1)' }] };
const newBuilder = (): RecordingBuilder => new RecordingBuilder(PROGRAM, DEFAULT_CONDITIONS);

const eventsOf = (recording: Recording): readonly unknown[] =>
  Array.from({ length: recording.length }, (_, index) => recording.event(index));

/** A recording's events again, in chunks of one size. */
function chunksOf(recording: Recording, size: number): readonly EventChunk[] {
  const chunks: EventChunk[] = [];
  for (let start = 0; start < recording.length; start += size) {
    const length = Math.min(size, recording.length - start);
    const column = (position: 0 | 1 | 2 | 3) => Int32Array.from({ length }, (_, i) => recording.fieldAt(start + i, position));
    chunks.push({
      kind: Uint8Array.from({ length }, (_, i) => recording.kindAt(start + i)),
      a: column(0),
      b: column(1),
      c: column(2),
      d: column(3),
      strings: start > 0 ? [] : Array.from({ length: recording.stringCount - 1 }, (_, id) => recording.string(id + 1)),
    });
  }
  return chunks;
}

describe('a recording', () => {
  const recording = draw(`
    resource 1 Semaphore sem main.py:3
    task 1 Task-1 main main.py:9
    suspend 1 acquire 1 main.py:5
    clock 3000s idle
  `);

  it('gives its events with the names of their fields, the words of the vocabulary and the ids of texts', () => {
    const event = recording.event(0);
    expect(event).toMatchObject({ type: 'resource', index: 0, resource: 1, kind: 'Semaphore' });
    expect(event.type === 'resource' && [recording.string(event.name), recording.string(event.site)]).toEqual(['sem', 'main.py:3']);
    expect(recording.event(2)).toMatchObject({ type: 'suspend', index: 2, task: 1, reason: 'acquire', target: 1 });
  });

  it('puts times together again that need more than 31 bits', () => {
    expect(recording.timeAt(3, 0)).toBe(3000e9);
  });

  it('refuses events and strings that it does not have', () => {
    for (const index of [-1, 4, 0.5]) expect(() => recording.event(index)).toThrow(RangeError);
    expect(() => recording.string(recording.stringCount)).toThrow(RangeError);
    expect(() => recording.string(-1)).toThrow(RangeError);
  });

  it('knows what program and conditions made it', () => {
    expect(newBuilder().recording()).toMatchObject({ program: PROGRAM, conditions: DEFAULT_CONDITIONS, length: 0 });
  });
});

describe('appending chunks', () => {
  it('makes the same recording whatever their size', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 50 }), (seed, size) => {
        const whole = simulatedRecording(seed, 200);
        const builder = newBuilder();
        for (const chunk of chunksOf(whole, size)) builder.append(chunk);
        expect(eventsOf(builder.recording())).toEqual(eventsOf(whole));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves recordings that were given out before as they were', () => {
    const builder = newBuilder();
    const writer = new EventWriter();
    writer.write('output', 1, 'one');
    builder.append(writer.take());
    const before = builder.recording();
    writer.write('output', 1, 'two');
    builder.append(writer.take());
    expect([before.length, before.stringCount, builder.recording().length]).toEqual([1, 2, 2]);
    expect(() => before.event(1)).toThrow(RangeError);
    expect(() => before.string(2)).toThrow(RangeError);
  });

  it('keeps what came before a wrong event, says which one it is, and takes nothing more', () => {
    const builder = newBuilder();
    const writer = new EventWriter();
    writer.write('output', 1, 'fine');
    writer.write('output', 3, 'no such stream');
    const wrong = 'event 1 (output): stream is 3, not from 1 to 2';
    expect(() => builder.append(writer.take())).toThrow(new RecordingError(wrong, 1));
    expect(builder.recording().length).toBe(1);
    writer.write('output', 1, 'fine again');
    expect(() => builder.append(writer.take())).toThrow(wrong);
    expect(builder.recording().length).toBe(1);
  });

  it('refuses a chunk whose columns are not what they should be', () => {
    const chunk: EventChunk = chunksOf(draw('output 1 text'), 1)[0] ?? {
      kind: new Uint8Array(),
      a: new Int32Array(),
      b: new Int32Array(),
      c: new Int32Array(),
      d: new Int32Array(),
      strings: [],
    };
    const appending = (change: object) => () => newBuilder().append(Object.assign({ ...chunk }, change));
    expect(appending({ b: new Int32Array(2) })).toThrow('a chunk at event 0 is damaged: it has 1 kinds, but 2 values in column b');
    expect(appending({ kind: [26] })).toThrow('its kinds are no Uint8Array');
    expect(appending({ c: new Uint8Array(1) })).toThrow('its column c is no Int32Array');
    expect(appending({ strings: 'text' })).toThrow('its strings are no list of strings');
    expect(appending({ strings: [1] })).toThrow('its strings are no list of strings');
    expect(appending({ kind: Uint8Array.of(200) })).toThrow('event 0 (unknown): 200 is no kind of event');
  });
});
