import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecording, encodeRecording } from './file';
import { PLAIN_NETWORK } from './network';
import type { Recording } from './recording';
import { draw } from './recording-drawing.test-support';
import { RecordingError } from './recording-error';
import { simulatedRecording, wildRecording } from './simulated-recordings.test-support';

const PREFIX = 13;

/** Everything that a recording says. */
function contentsOf(recording: Recording): unknown {
  return {
    program: recording.program,
    conditions: recording.conditions,
    strings: Array.from({ length: recording.stringCount }, (_, id) => recording.string(id)),
    events: Array.from({ length: recording.length }, (_, index) => recording.event(index)),
  };
}

/** A file with a body that was changed after it was written, and packed again as if nothing had happened. */
async function withBody(recording: Recording, change: (body: Uint8Array) => Uint8Array): Promise<Uint8Array> {
  const file = await encodeRecording(recording);
  const packed = gzipSync(change(gunzipSync(file.subarray(PREFIX))));
  return Uint8Array.from([...file.subarray(0, PREFIX), ...packed]);
}

/** The same with another header. */
function withHeader(recording: Recording, change: (header: Record<string, unknown>) => void): Promise<Uint8Array> {
  return withBody(recording, (body) => {
    const end = 2 + ((body[0] ?? 0) & 0x7f) + (body[1] ?? 0) * 0x80;
    const header: Record<string, unknown> = JSON.parse(new TextDecoder().decode(body.subarray(2, end)));
    change(header);
    const bytes = new TextEncoder().encode(JSON.stringify(header));
    return Uint8Array.from([(bytes.length & 0x7f) | 0x80, bytes.length >> 7, ...bytes, ...body.subarray(end)]);
  });
}

const DRAWING = `
  task 1 Task-1 main main.py:9
  handle 1 1 firstStep Task.task_step
  loopStart 1
  turn 1 1
  run 1
  output 1 'häll\u{1f600}↵'
  clock 90000s blocked
  taskDone 1 exception 'lone \ud800 surrogate'
  ran 1
  end exception 1
  `;

const SMALL = draw(
  DRAWING,
  {
    files: [
      { path: 'main.py', text: 'import asyncio\n' },
      { path: 'pkg/util.py', text: '' },
    ],
  },
  {
    seed: 7,
    args: ['-v', 'ä'],
    module: 'pytest',
    topLevelAwait: true,
    lines: false,
    lineCost: 3,
    budgets: { events: 10, virtualSeconds: 0.5, outputCharacters: 3 },
    interrupts: [{ seconds: 1.5, turns: 3, lines: 0, events: 0 }],
    input: { text: 'Ada\nx', ended: true },
    network: { ...PLAIN_NETWORK, latency: 5, unreachable: ['a.org'] },
  },
);

/** Many steps or files are compared, and the machine may be busy. */
const SLOW = { timeout: 60_000 };

describe('a .loopscope file', () => {
  it('holds everything that the recording says', async () => {
    expect(contentsOf(await decodeRecording(await encodeRecording(SMALL)))).toEqual(contentsOf(SMALL));
  });

  it('holds any recording, and an empty one', SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(simulatedRecording, wildRecording),
        fc.integer(),
        fc.integer({ min: 0, max: 300 }),
        async (make, seed, size) => {
          const recording = make(seed, size);
          expect(contentsOf(await decodeRecording(await encodeRecording(recording)))).toEqual(contentsOf(recording));
        },
      ),
      { numRuns: 30 },
    );
    expect((await decodeRecording(await encodeRecording(draw('')))).length).toBe(0);
  });

  it('is the same bytes for the same recording, and no clock is in them', async () => {
    const bytes = await encodeRecording(SMALL);
    const { seed, ...others } = SMALL.conditions;
    expect(await encodeRecording(draw(DRAWING, SMALL.program, { ...others, seed }))).toEqual(bytes);
    expect(await encodeRecording(await decodeRecording(bytes))).toEqual(bytes);
    expect([...bytes.subarray(PREFIX + 4, PREFIX + 8)]).toEqual([0, 0, 0, 0]);
  });

  it('takes few bytes an event', async () => {
    const recording = simulatedRecording(1, 20_000);
    expect((await encodeRecording(recording)).length / recording.length).toBeLessThan(6);
  });
});

describe('reading a file', () => {
  const reading = async (bytes: Uint8Array): Promise<string> => {
    const error: unknown = await decodeRecording(bytes).then(
      () => 'it was read',
      (reason: unknown) => reason,
    );
    if (!(error instanceof RecordingError)) throw error;
    return error.message;
  };

  it('says that something else is not a recording', async () => {
    expect(await reading(new TextEncoder().encode('{"not": "a recording"}'))).toBe('This is not a Loopscope recording.');
    expect(await reading(new Uint8Array())).toBe('This is not a Loopscope recording.');
  });

  it('says that a file was cut short, wherever it was cut', SLOW, async () => {
    const file = await encodeRecording(SMALL);
    for (let length = PREFIX - 4; length < file.length; length++)
      expect(await reading(file.subarray(0, length))).toMatch(/^The recording is damaged: it (ends too soon|was cut short)/);
  });

  it('reads what version 1 has written: there nothing tells how a call ended', async () => {
    const recording = await decodeRecording(readFileSync(new URL('./file-format/fixtures/version-1.loopscope', import.meta.url)));
    const events = Array.from({ length: recording.length }, (_, index) => recording.event(index));
    const returned = events.filter((event) => event.type === 'returned');
    expect(returned.length).toBeGreaterThan(2);
    expect(returned.every(({ outcome }) => outcome === 'result')).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'end', outcome: 'completed' });
  });

  it('says that a newer Loopscope made it', async () => {
    const file = await encodeRecording(SMALL);
    file[9] = 200;
    expect(await reading(file)).toBe(
      'This recording was made by a newer Loopscope: its format is version 200, and this one reads up to 2.',
    );
  });

  it('notices every changed byte', SLOW, async () => {
    const file = await encodeRecording(SMALL);
    // Of the gzip header only the first bytes say anything, and of the last byte of the packed data perhaps only the lowest bit.
    for (let position = PREFIX + 10; position < file.length; position++) {
      const changed = file.slice();
      changed[position] = (changed[position] ?? 0) ^ 0x01;
      expect(await reading(changed), `byte ${position}`).toMatch(/^The recording is damaged: /);
    }
  });

  it('says which part of the header is not what it should be', async () => {
    const message = async (change: (header: Record<string, unknown>) => void): Promise<string> => reading(await withHeader(SMALL, change));
    expect(await message((header) => delete header.program)).toBe('The recording is damaged: in its header, program is not an object.');
    expect(await message((header) => Object.assign(header, { strings: ['a', 1] }))).toBe(
      'The recording is damaged: in its header, strings is not a text.',
    );
    expect(await message((header) => Object.assign(header, { conditions: { ...SMALL.conditions, seed: '7' } }))).toBe(
      'The recording is damaged: in its header, conditions.seed is not a number.',
    );
    expect(await message((header) => Object.assign(header, { vocabulary: [['run', 'handle', 'task']] }))).toMatch(
      /^The recording is damaged: it holds events of kind/,
    );
  });

  it('says which event cannot be', async () => {
    const message = await reading(await withHeader(SMALL, (header) => Object.assign(header, { strings: [] })));
    expect(message).toBe('The recording is damaged: event 0 (task): name is 1, but there are only 1 strings.');
  });

  it('says that something follows the events, or that they end too soon', async () => {
    expect(await reading(await withBody(SMALL, (body) => Uint8Array.from([...body, 0])))).toBe(
      'The recording is damaged: something follows its events.',
    );
    expect(await reading(await withBody(SMALL, (body) => body.subarray(0, -1)))).toBe('The recording is damaged: it ends too soon.');
  });
});
