import * as v from 'valibot';
import type { EventChunk } from '../model/chunk';
import type { Conditions, Program } from '../model/scenario';
import { FromWorker, type ToWorker } from './messages';
import type { InterpreterState, RecordEnd, Recorder, RecordingRun } from './protocol';
import { downloadSnapshot } from './snapshot-download';

/** How many interpreters are kept ready. Each is good for one run, so there is one for this run and one for the next. */
const KEPT_READY = 2;
/** How long after the last change a spare is started, in milliseconds: to start one keeps a processor or two busy for seconds. */
export const SPARE_AFTER_MS = 1500;
/** What part of loading is the download; the rest is Python's start. */
const DOWNLOAD_PART = 0.8;

/** The parts of a worker that a recorder needs. */
export type RecorderWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** The machine's edge, for tests to replace. */
export interface RecorderMachine {
  createWorker(): RecorderWorker;
  /** @param onProgress from 0 to 1 */
  downloadSnapshot(onProgress: (part: number) => void): Promise<Blob>;
  readonly indexURL: string;
}

interface Job {
  readonly program: Program;
  readonly conditions: Conditions;
  readonly onChunk: (chunk: EventChunk) => void;
  readonly finish: (end: RecordEnd) => void;
}

/** A recorder whose workers live in this browser. `base` is the address of the folder that holds the app. */
export function createRecorder(base: string = document.baseURI): Recorder {
  const indexURL = new URL('pyodide/', base).href;
  return new WorkerRecorder({
    indexURL,
    createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'recorder' }),
    downloadSnapshot: (onProgress) => downloadSnapshot(new URL('snapshot.gzip', indexURL).href, onProgress),
  });
}

/** Keeps interpreters ready, gives each recording one of its own, and replaces those that are spent. */
export class WorkerRecorder implements Recorder {
  readonly #machine: RecorderMachine;
  readonly #listeners = new Set<(state: InterpreterState) => void>();
  readonly #starting = new Set<RecorderWorker>();
  readonly #ready: RecorderWorker[] = [];
  #state: InterpreterState = { phase: 'loading', progress: 0 };
  #snapshot: Blob | null = null;
  #waiting: Job | null = null;
  #running: { readonly job: Job; readonly worker: RecorderWorker } | null = null;
  #disposed = false;
  #quiet = false;
  #spare: ReturnType<typeof setTimeout> | undefined;

  constructor(machine: RecorderMachine) {
    this.#machine = machine;
    void this.#load();
  }

  get state(): InterpreterState {
    return this.#state;
  }

  subscribe(listener: (state: InterpreterState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record(program: Program, conditions: Conditions, onChunk: (chunk: EventChunk) => void): RecordingRun {
    this.#end({ kind: 'stopped' });
    const { promise, resolve } = withResolvers<RecordEnd>();
    const job: Job = { program, conditions, onChunk, finish: resolve };
    this.#waiting = job;
    if (this.#state.phase === 'stopped') void this.#load();
    else this.#begin();
    return { end: promise, stop: () => this.#endJob(job, { kind: 'stopped' }) };
  }

  keepQuiet(quiet: boolean): void {
    this.#quiet = quiet;
    this.#replenish();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#spare);
    this.#end({ kind: 'stopped' });
    for (const worker of [...this.#starting, ...this.#ready]) worker.terminate();
    this.#listeners.clear();
  }

  async #load(): Promise<void> {
    this.#setState({ phase: 'loading', progress: 0 });
    try {
      this.#snapshot ??= await this.#machine.downloadSnapshot((part) =>
        this.#setState({ phase: 'loading', progress: part * DOWNLOAD_PART }),
      );
      this.#replenish();
    } catch (error) {
      this.#cannotStart(error instanceof Error ? error.message : String(error));
    }
  }

  /** Starts one more interpreter if there are too few, one at a time, so that the first is there soonest; a spare one when it disturbs less. */
  #replenish(): void {
    clearTimeout(this.#spare);
    if (this.#disposed || this.#starting.size > 0 || this.#ready.length >= KEPT_READY) return;
    if (this.#ready.length === 0) this.#start();
    else if (!this.#quiet) this.#spare = setTimeout(() => this.#start(), SPARE_AFTER_MS);
  }

  #start(): void {
    if (this.#snapshot === null) return;
    const worker = this.#machine.createWorker();
    this.#starting.add(worker);
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(worker, data);
    worker.onerror = (event) => this.#failed(worker, event.message || 'its code could not be loaded');
    const start: ToWorker = { kind: 'start', indexURL: this.#machine.indexURL, snapshot: this.#snapshot };
    worker.postMessage(start);
  }

  #receive(worker: RecorderWorker, data: unknown): void {
    const message = v.safeParse(FromWorker, data);
    if (!message.success) this.#failed(worker, 'it sent something that is not a recording');
    else if (message.output.kind === 'ready') this.#started(worker);
    else if (message.output.kind === 'failed') this.#failed(worker, message.output.message);
    else if (this.#running?.worker !== worker) return;
    else if (message.output.kind === 'chunk') this.#deliver(this.#running.job, worker, message.output.chunk);
    else this.#end({ kind: 'ended' });
  }

  #started(worker: RecorderWorker): void {
    this.#starting.delete(worker);
    this.#ready.push(worker);
    this.#begin();
    this.#replenish();
  }

  #deliver(job: Job, worker: RecorderWorker, chunk: EventChunk): void {
    try {
      job.onChunk(chunk);
    } catch (error) {
      this.#failed(worker, error instanceof Error ? error.message : String(error));
    }
  }

  /** Gives the waiting job an interpreter, if there is both. */
  #begin(): void {
    const job = this.#waiting;
    const worker = job === null ? undefined : this.#ready.shift();
    if (job !== null && worker !== undefined) {
      this.#waiting = null;
      this.#running = { job, worker };
      const record: ToWorker = { kind: 'record', program: job.program, conditions: job.conditions };
      worker.postMessage(record);
    }
    this.#showState();
  }

  /** Ends what runs or waits; the interpreter that ran it is spent. */
  #end(end: RecordEnd): void {
    const running = this.#running;
    const job = running?.job ?? this.#waiting;
    running?.worker.terminate();
    this.#running = null;
    this.#waiting = null;
    if (job === null) return;
    job.finish(end);
    this.#showState();
    this.#replenish();
  }

  #endJob(job: Job, end: RecordEnd): void {
    if (this.#running?.job === job || this.#waiting === job) this.#end(end);
  }

  #failed(worker: RecorderWorker, message: string): void {
    if (this.#running?.worker === worker) {
      this.#end({ kind: 'crashed', message });
      return;
    }
    worker.terminate();
    const at = this.#ready.indexOf(worker);
    if (at >= 0) this.#ready.splice(at, 1);
    const wasStarting = this.#starting.delete(worker);
    if (wasStarting && this.#ready.length === 0) this.#cannotStart(message);
    else if (at >= 0) this.#replenish();
  }

  #cannotStart(message: string): void {
    this.#end({ kind: 'crashed', message });
    this.#setState({ phase: 'stopped', message });
  }

  #showState(): void {
    if (this.#running !== null) this.#setState({ phase: 'recording' });
    else if (this.#ready.length > 0) this.#setState({ phase: 'ready' });
    else if (this.#snapshot !== null) this.#setState({ phase: 'loading', progress: DOWNLOAD_PART });
  }

  #setState(state: InterpreterState): void {
    if (state.phase === this.#state.phase && state.phase !== 'loading') return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** `Promise.withResolvers`, which browsers before 2024 lack. */
function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
