// What the page loads when it is needed is there at once: a test may end before it has come.
import '../../analysis/breakpoints/condition';
import '../../analysis/problems/find-problems';
import type { EventChunk } from '../../model/chunk';
import { draw } from '../../model/recording-drawing.test-support';
import type { Conditions, Program } from '../../model/scenario';
import type { InterpreterState, RecordEnd, Recorder, RecordingRun } from '../../recorder/protocol';
import type { Keeper } from './keeper';
import type { Machine } from './machine';

/** A run that a test conducts. */
export class FakeRun implements RecordingRun {
  readonly program: Program;
  readonly conditions: Conditions;
  readonly deliver: (chunk: EventChunk) => void;
  readonly end: Promise<RecordEnd>;
  stopped = false;
  private settle: ((end: RecordEnd) => void) | null = null;

  constructor(program: Program, conditions: Conditions, deliver: (chunk: EventChunk) => void) {
    this.program = program;
    this.conditions = conditions;
    this.deliver = deliver;
    this.end = new Promise((settle) => {
      this.settle = settle;
    });
  }

  finish(end: RecordEnd): void {
    this.settle?.(end);
  }

  stop(): void {
    this.stopped = true;
    this.finish({ kind: 'stopped' });
  }
}

/** A recorder that records nothing by itself: a test delivers the chunks. */
class FakeRecorder implements Recorder {
  state: InterpreterState = { phase: 'loading', progress: 0 };
  readonly runs: FakeRun[] = [];
  /** Whether the page asks for quiet. */
  quiet = false;
  private readonly listeners = new Set<(state: InterpreterState) => void>();

  subscribe(listener: (state: InterpreterState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  become(state: InterpreterState): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }

  record(program: Program, conditions: Conditions, onChunk: (chunk: EventChunk) => void): RecordingRun {
    const run = new FakeRun(program, conditions, onChunk);
    this.runs.push(run);
    return run;
  }

  keepQuiet(quiet: boolean): void {
    this.quiet = quiet;
  }

  dispose(): void {
    this.listeners.clear();
  }
}

/** A keeper in memory. */
export function mapKeeper(initial: Readonly<Record<string, string>> = {}): Keeper {
  const kept = new Map(Object.entries(initial));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
  };
}

/** The page's machine with two examples, whose frames pass when the test says so. */
export class FakeMachine implements Machine {
  readonly examples = [
    { slug: 'first', title: 'First', summary: 'The first.', text: 'print(1)\n' },
    { slug: 'second', title: 'Second', summary: 'The second.', text: 'print(2)\n' },
  ];
  readonly keeper: Keeper;
  readonly fake = new FakeRecorder();
  readonly recorder: Promise<Recorder> = Promise.resolve(this.fake);
  private frames: ((time: number) => void)[] = [];
  private time = 0;
  private timers: { readonly due: number; readonly callback: () => void }[] = [];

  constructor(keeper: Keeper = mapKeeper()) {
    this.keeper = keeper;
  }

  readonly openRecording: Machine['openRecording'] = (slug) =>
    slug === 'first'
      ? Promise.resolve(draw(ONE_TASK, { files: [{ path: 'main.py', text: 'print(1)\n' }] }))
      : Promise.reject(new Error(`there is no recording of ${slug}`));

  readonly nextFrame: Machine['nextFrame'] = (callback) => {
    this.frames.push(callback);
  };

  readonly later: Machine['later'] = (milliseconds, callback) => {
    const timer = { due: this.time + milliseconds, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Lets the frames pass that were asked for, so many milliseconds after the last. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.frames;
    this.frames = [];
    for (const callback of due) callback(this.time);
    const rung = this.timers.filter((timer) => timer.due <= this.time);
    this.timers = this.timers.filter((timer) => timer.due > this.time);
    for (const { callback } of rung) callback();
  }
}

/** main creates a, sleeps, and prints when it wakes. */
export const ONE_TASK = `
  frame 1 0 <module> main.py
  line 1 1
  loopStart 1
  task 1 Task-1 main main.py:1
  handle 1 1 firstStep
  turn 1 1
  run 1
  frame 2 0 main main.py
  line 2 2
  timer 2 0.5s _set_result_unless_cancelled
  suspend 1 sleep 2 main.py:2
  ran 1
  clock 0.5s idle
  due 2
  turn 2 1
  run 2
  handle 3 1 wakeup
  ran 2
  turn 3 1
  run 3
  line 2 3
  output 1 'done↵'
  returned 2
  taskDone 1 result None
  ran 3
  loopStop 1
  end completed 0
`;

/** Lets all promises settle that are settled already. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
