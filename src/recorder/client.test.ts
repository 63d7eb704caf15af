import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventChunk } from '../model/chunk';
import { DEFAULT_CONDITIONS } from '../model/scenario';
import { KIND } from '../model/vocabulary';
import { type RecorderWorker, SPARE_AFTER_MS, WorkerRecorder } from './client';
import type { InterpreterState } from './protocol';

/** A worker that does nothing by itself: the test says what it says. */
class FakeWorker implements RecorderWorker {
  onmessage: RecorderWorker['onmessage'] = null;
  onerror: RecorderWorker['onerror'] = null;
  readonly received: string[] = [];
  terminated = false;

  postMessage(message: { readonly kind: string }): void {
    this.received.push(message.kind);
  }

  terminate(): void {
    this.terminated = true;
  }

  says(data: unknown): void {
    const listener: unknown = this.onmessage;
    if (typeof listener === 'function') listener.call(this, { data });
  }

  dies(message: string): void {
    const listener: unknown = this.onerror;
    if (typeof listener === 'function') listener.call(this, { message });
  }
}

async function recorderWith(download: () => Promise<Blob> = () => Promise.resolve(new Blob(['snapshot']))) {
  const workers: FakeWorker[] = [];
  const recorder = new WorkerRecorder({
    indexURL: 'https://example.org/pyodide/',
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    downloadSnapshot: (onProgress) => {
      onProgress(0.5);
      return download();
    },
  });
  const phases: InterpreterState['phase'][] = [];
  recorder.subscribe((state) => phases.push(state.phase));
  await vi.advanceTimersByTimeAsync(0);
  return { recorder, workers, phases };
}

const program = { files: [{ path: 'main.py', text: 'pass' }] };
const chunk: EventChunk = {
  kind: Uint8Array.of(KIND.end),
  a: Int32Array.of(0),
  b: Int32Array.of(0),
  c: Int32Array.of(0),
  d: Int32Array.of(0),
  strings: [],
};

/** Lets the time pass after which a spare interpreter is started. */
const rest = () => vi.advanceTimersByTime(SPARE_AFTER_MS);

describe('the recorder', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts one interpreter, and a spare one some time after that is ready', async () => {
    const { recorder, workers } = await recorderWith();
    expect(workers).toHaveLength(1);
    expect(recorder.state.phase).toBe('loading');
    workers[0]?.says({ kind: 'ready' });
    expect(recorder.state).toEqual({ phase: 'ready' });
    expect(workers).toHaveLength(1);
    rest();
    expect(workers).toHaveLength(2);
    workers[1]?.says({ kind: 'ready' });
    rest();
    expect(workers).toHaveLength(2);
  });

  it('starts no spare one while the page asks for quiet, and some time after that', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    recorder.keepQuiet(true);
    rest();
    expect(workers).toHaveLength(1);
    recorder.keepQuiet(false);
    expect(workers).toHaveLength(1);
    rest();
    expect(workers).toHaveLength(2);
  });

  it('starts an interpreter at once when there is none, however quiet it is to be', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    recorder.keepQuiet(true);
    recorder.record(program, DEFAULT_CONDITIONS, () => {});
    workers[0]?.says({ kind: 'ended' });
    expect(workers).toHaveLength(2);
  });

  it('records a program that was given before Python was there', async () => {
    const { recorder, workers } = await recorderWith();
    const chunks: EventChunk[] = [];
    const run = recorder.record(program, DEFAULT_CONDITIONS, (next) => chunks.push(next));
    workers[0]?.says({ kind: 'ready' });
    expect(recorder.state).toEqual({ phase: 'recording' });
    expect(workers[0]?.received).toEqual(['start', 'record']);
    workers[0]?.says({ kind: 'chunk', chunk });
    workers[0]?.says({ kind: 'ended' });
    expect(await run.end).toEqual({ kind: 'ended' });
    expect(chunks).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(true);
  });

  it('gives every recording an interpreter of its own', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    rest();
    workers[1]?.says({ kind: 'ready' });
    recorder.record(program, DEFAULT_CONDITIONS, () => {});
    workers[0]?.says({ kind: 'ended' });
    recorder.record(program, DEFAULT_CONDITIONS, () => {});
    expect(workers[1]?.received).toEqual(['start', 'record']);
  });

  it('stops a run at once, keeps what had come, and lets nothing more through', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    const chunks: EventChunk[] = [];
    const run = recorder.record(program, DEFAULT_CONDITIONS, (next) => chunks.push(next));
    workers[0]?.says({ kind: 'chunk', chunk });
    run.stop();
    workers[0]?.says({ kind: 'chunk', chunk });
    expect(await run.end).toEqual({ kind: 'stopped' });
    expect(workers[0]?.terminated).toBe(true);
    expect(chunks).toHaveLength(1);
  });

  it('stops the run before when another program is recorded', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    const first = recorder.record(program, DEFAULT_CONDITIONS, () => {});
    recorder.record(program, DEFAULT_CONDITIONS, () => {});
    expect(await first.end).toEqual({ kind: 'stopped' });
  });

  it('says that the interpreter died, and starts another', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    rest();
    workers[1]?.says({ kind: 'ready' });
    const run = recorder.record(program, DEFAULT_CONDITIONS, () => {});
    workers[0]?.dies('out of memory');
    expect(await run.end).toEqual({ kind: 'crashed', message: 'out of memory' });
    expect(recorder.state).toEqual({ phase: 'ready' });
    rest();
    expect(workers).toHaveLength(3);
  });

  it('takes a worker that sends anything else than a recording for dead', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    const run = recorder.record(program, DEFAULT_CONDITIONS, () => {});
    workers[0]?.says({ kind: 'chunk', chunk: { ...chunk, a: 'not a column' } });
    expect(await run.end).toEqual({ kind: 'crashed', message: 'it sent something that is not a recording' });
  });

  it('says why Python could not be loaded, and tries again at the next run', async () => {
    let attempts = 0;
    const { recorder, workers } = await recorderWith(() => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(new Blob(['snapshot']));
    });
    expect(recorder.state).toEqual({ phase: 'stopped', message: 'no network' });
    const run = recorder.record(program, DEFAULT_CONDITIONS, () => {});
    await vi.advanceTimersByTimeAsync(0);
    workers[0]?.says({ kind: 'ready' });
    workers[0]?.says({ kind: 'ended' });
    expect(await run.end).toEqual({ kind: 'ended' });
    expect(attempts).toBe(2);
  });

  it('ends every worker when it is disposed of', async () => {
    const { recorder, workers } = await recorderWith();
    workers[0]?.says({ kind: 'ready' });
    recorder.dispose();
    rest();
    expect(workers).toHaveLength(1);
    expect(workers.every((worker) => worker.terminated)).toBe(true);
  });
});
