import * as v from 'valibot';
import type { Clock } from '../engine/clock';
import { InFlight } from '../engine/in-flight';
import { LoopEngine } from '../engine/loop';
import { fifo } from '../engine/policy';
import { Spinning } from '../engine/spinning';
import type { Budgets, Conditions } from '../model/scenario';
import { asHandleId, asIoId, asNanoseconds, halvesOfNanoseconds, nanosecondsFromHalves } from '../model/units';
import { type ClockCause, KIND, WORDS } from '../model/vocabulary';
import type { EventWriter } from './event-writer';
import { GivenTurn } from './given-turn';
import { Interrupts } from './interrupts';
import { LastLine } from './last-line';
import {
  CALL_DRAIN,
  CALL_TURN,
  DEADLOCK,
  INTERRUPTS,
  LAST_HANDLE,
  LOOP,
  type MeetingPoints,
  MORE,
  NEXT_TIMER,
  NOW,
  readRows,
  takeTurnArguments,
  tellTime,
  WOKEN,
} from './meeting-points';
import { Ending, type RunEnd } from './run-end';

/** What only comes when the handle that ran before has returned. */
const ENDS_HANDLE: ReadonlySet<number> = new Set([KIND.run, KIND.dropped, KIND.loopStop, KIND.threadWait, KIND.threadDone]);

const Texts = v.array(v.string());

/** What a run has to do with the interpreter in which it takes place. */
export interface Surroundings {
  /** Leaves the interpreter for good, by throwing through it. */
  readonly exit: () => never;
  /** Bounds the depth of recursion from now on. */
  readonly boundStack: () => void;
}

/**
 * The JavaScript side of a run: reads the events that Python has collected, gives the engine what concerns it, and writes all of them
 * and the engine's own into the recording. Its methods with names in Python's style are what src/python/runtime/_loopscope/log.py calls.
 */
export class RunHost {
  readonly #memory: () => Int32Array;
  readonly #writer: EventWriter;
  readonly #clock: Clock;
  readonly #budgets: Budgets;
  readonly #interrupts: Interrupts;
  readonly #lastLine = new LastLine();
  readonly #turn = new GivenTurn();
  readonly #boundStack: () => void;
  readonly #ending: Ending;
  readonly #spinning: Spinning;
  readonly #inFlight = new InFlight();
  readonly #loops: LoopEngine[] = [];
  #points: MeetingPoints = { log: 0, turn: 0 };
  #scheduling: LoopEngine | undefined;
  #running = 0;
  /** The handle in the middle of which a thread runs. */
  #interrupted = 0;
  #moves = 0;
  #recordedClock = asNanoseconds(0);
  #turns = 0;
  #tasks = 0;
  #outputCharacters = 0;

  constructor(memory: () => Int32Array, writer: EventWriter, clock: Clock, conditions: Conditions, surroundings: Surroundings) {
    this.#memory = memory;
    this.#writer = writer;
    this.#clock = clock;
    this.#budgets = conditions.budgets;
    this.#interrupts = new Interrupts(conditions.interrupts);
    this.#boundStack = surroundings.boundStack;
    const place = () => this.#lastLine.describe((text) => writer.textOf(text));
    this.#ending = new Ending(writer, conditions.budgets, place, surroundings.exit);
    this.#spinning = new Spinning(clock);
  }

  meetAt(points: MeetingPoints): void {
    this.#points = points;
  }

  /** How the run ended. Throws what went wrong if it was recording, not the program, that failed. */
  get ended(): RunEnd {
    return this.#ending.reached;
  }

  /** How many turns the program's loops took, and how many tasks it created. */
  get counts(): { readonly turns: number; readonly tasks: number } {
    return { turns: this.#turns, tasks: this.#tasks };
  }

  /** Answers the call that Python has prepared, once; null if there is none. See src/python/runtime/_loopscope/log.py. */
  answer(): number | null {
    const memory = this.#memory();
    if (this.#points.log === 0) return null;
    const header = this.#points.log >> 2;
    const call = memory[header];
    memory[header] = 0;
    if (call === CALL_TURN) return this.#beginTurn();
    if (call !== CALL_DRAIN) return null;
    this.#ending.guard(() => this.#read());
    tellTime(memory, header + NOW, this.#clock.now);
    return 0;
  }

  /** Somebody looked at the clock. Whoever does nothing else for long waits for it, and time passes. */
  looked(): void {
    if (this.#points.log === 0) return;
    this.#spinning.look((this.#memory()[(this.#points.log >> 2) + LAST_HANDLE] ?? 0) + this.#moves);
  }

  texts(json: string): void {
    this.#writer.addTexts(v.parse(Texts, JSON.parse(json)));
  }

  /** The program is about to begin: its text is compiled, and was nested as deep as it liked. */
  bound_stack(): void {
    this.#boundStack();
  }

  new_loop(): number {
    const loop = new LoopEngine(this.#clock, fifo, this.#inFlight);
    this.#interrupts.addLoop(loop);
    return this.#loops.push(loop);
  }

  select_loop(loop: number): void {
    this.#scheduling = this.#loop(loop);
  }

  /** Puts the next handles of the turn into the turn's memory. */
  turn_continued(): void {
    this.#turn.giveMore(this.#memory(), this.#points.turn >> 2);
  }

  /** Drops all that a loop still had to run; answers which handles those were, as JSON. */
  close_loop(number: number, unrun: number): string {
    const left = this.#loop(number).clear(unrun);
    this.#ending.guard(() => {
      for (const handle of left.timers) this.#writer.write(KIND.handleCancelled, handle);
      for (const handle of left.ready) this.#writer.write(KIND.dropped, handle);
    });
    return JSON.stringify([...left.timers, ...left.ready]);
  }

  /** `time.sleep`: the clock moves while the loop stands still. Answers the seconds that are left when Ctrl+C interrupts it, else -1. */
  sleep(seconds: number): number {
    return this.#ending.guard(() => {
      this.#reached();
      const end = asNanoseconds(this.#clock.now + Math.round(seconds * 1e9));
      const pressed = this.#interrupts.next() ?? Number.POSITIVE_INFINITY;
      this.#clock.advanceTo(asNanoseconds(Math.min(end, pressed)));
      this.#recordClock('blocked');
      return pressed <= end && this.#interrupts.press(this.#clock.now, 1) > 0 ? (end - this.#clock.now) / 1e9 : -1;
    });
  }

  /** How often Ctrl+C is pressed now. `waits`: nothing more happens before whoever runs has waited; else it is in the middle of a line. */
  presses(waits: boolean): number {
    this.#reached(waits);
    return this.#interrupts.press(this.#clock.now);
  }

  #reached(waits = true): void {
    this.#interrupts.reached(this.#turns, this.#lastLine.count, waits ? Number.POSITIVE_INFINITY : this.#writer.count);
  }

  /** Lets a loop wait for I/O as `select` does: see `LoopEngine.waitForIo`. Answers what has ended, as JSON. */
  wait_io(loop: number, mayWait: boolean, until: number): string {
    return this.#ending.guard(() => {
      this.#finishHandle();
      this.#reached();
      const { advanced, ended } = this.#loop(loop).waitForIo(mayWait, until < 0 ? null : asNanoseconds(until));
      this.#recordClock(advanced ? 'idle' : 'computed');
      return JSON.stringify(ended);
    });
  }

  /** Holds the loop until the next I/O ends or Ctrl+C is pressed, or for `seconds` (negative: no limit). Answers what has ended, as JSON. */
  block_io(seconds: number): string {
    return this.#ending.guard(() => {
      this.#reached();
      const limit = seconds < 0 ? undefined : this.#clock.now + Math.round(seconds * 1e9);
      const until = [this.#inFlight.next(), limit, this.#interrupts.next()].filter((time) => time !== undefined);
      if (until.length > 0) this.#clock.advanceTo(asNanoseconds(Math.min(...until)));
      this.#recordClock('blocked');
      return JSON.stringify(this.#inFlight.takeEnded(this.#clock.now));
    });
  }

  /** Code has computed for so many nanoseconds: the clock moves while the loop stands still. Answers how often Ctrl+C is pressed now. */
  compute(nanoseconds: number): number {
    return this.#ending.guard(() => {
      this.#clock.advanceBy(asNanoseconds(nanoseconds));
      this.#recordClock('computed');
      return this.presses(false);
    });
  }

  /**
   * Nothing else can happen before this time (-1: ever): the clock moves there, unless Ctrl+C is pressed before. Answers how often it is;
   * -1: nothing can ever happen. `blocked`: the main thread waits in a call, and its loop stands still.
   */
  advance(time: number, blocked: boolean): number {
    return this.#ending.guard(() => {
      this.#reached();
      const until = [time < 0 ? undefined : time, blocked ? this.#interrupts.next() : undefined].filter((at) => at !== undefined);
      if (until.length === 0) return -1;
      this.#clock.advanceTo(asNanoseconds(Math.min(...until)));
      this.#recordClock(blocked ? 'blocked' : 'idle');
      return blocked ? this.#interrupts.press(this.#clock.now) : 0;
    });
  }

  /** Whether a loop has anything to do before a thread wakes. */
  is_due(loop: number, when: number, after: number): boolean {
    return this.#loop(loop).isDueBefore({ when: asNanoseconds(when), after });
  }

  /** The loop looks for what to do next: the handle that ran has returned. */
  rest(): void {
    this.#ending.guard(() => this.#finishHandle());
  }

  /** Ends the run and leaves the interpreter. */
  end(outcome: number, status: number, text: string): never {
    return this.#ending.at({ outcome: WORDS.programOutcome[outcome] ?? 'exception', status, text });
  }

  /** The program ended the interpreter itself, as `os._exit` does. */
  exited(status: number): never {
    return this.#ending.at({ outcome: 'completed', status, text: '' });
  }

  /** The program reads from standard input, and nobody answers: the run ends there. */
  unanswered(): never {
    return this.#ending.unanswered();
  }

  #read(): void {
    readRows(this.#memory(), this.#points.log >> 2, (kind, a, b, c, d) => this.#readRow(kind, a, b, c, d));
    this.#recordClock('computed');
    this.#writer.breathe();
  }

  /** Begins a turn of a loop: its first handles now stand in the turn's memory. Answers their number and MORE, else DEADLOCK or WOKEN. */
  #beginTurn(): number {
    return this.#ending.guard(() => {
      this.#read();
      this.#finishHandle();
      const header = this.#points.log >> 2;
      const memory = this.#memory();
      const loop = this.#loop(memory[header + LOOP] ?? 0);
      this.#reached();
      const { stopping, unrun, wake } = takeTurnArguments(memory, header);
      const turn = loop.beginTurn(stopping, unrun, wake);
      tellTime(memory, header + NOW, this.#clock.now);
      tellTime(memory, header + NEXT_TIMER, loop.nextTimer);
      memory[header + INTERRUPTS] = turn.kind === 'run' ? turn.interrupts.length : 0;
      if (turn.kind === 'deadlock') return DEADLOCK;
      if (turn.kind === 'woken') {
        if (turn.advanced) this.#recordClock('idle');
        return WOKEN;
      }
      this.#interrupts.pressed(turn.interrupts);
      this.#recordClock(turn.advanced ? 'idle' : 'computed');
      for (const handle of turn.due) this.#writer.write(KIND.due, handle);
      this.#turns += 1;
      this.#writer.write(KIND.turn, this.#turns, turn.handles.length);
      this.#turn.begin(turn.handles);
      this.turn_continued();
      return turn.handles.length + MORE;
    });
  }

  #loop(number: number): LoopEngine {
    const loop = this.#loops[number - 1];
    if (loop === undefined) throw new RangeError(`there is no loop ${number}`);
    return loop;
  }

  /** Says that the handle that ran has returned. Python leaves that to be told from what comes after it. */
  #finishHandle(): void {
    if (this.#running === 0) return;
    this.#writer.write(KIND.ran, this.#running);
    this.#running = 0;
  }

  #readRow(kind: number, a: number, b: number, c: number, d: number): void {
    if (ENDS_HANDLE.has(kind)) this.#finishHandle();
    this.#writer.write(kind, a, b, c, d);
    switch (kind) {
      case KIND.run:
        this.#running = a;
        break;
      case KIND.threadRun:
        this.#interrupted = this.#running;
        this.#running = 0;
        break;
      case KIND.threadWait:
      case KIND.threadDone:
        this.#running = this.#interrupted;
        this.#interrupted = 0;
        break;
      case KIND.handle:
        this.#scheduling?.callSoon(asHandleId(a));
        break;
      case KIND.timer:
        this.#scheduling?.callAt(asHandleId(a), nanosecondsFromHalves(b, c));
        break;
      case KIND.handleCancelled:
        for (const loop of this.#loops) loop.cancel(asHandleId(a));
        break;
      case KIND.io:
        if (b >= 0) this.#inFlight.begin(asIoId(a), nanosecondsFromHalves(b, c));
        break;
      case KIND.ioDone:
        this.#inFlight.end(asIoId(a));
        break;
      case KIND.task:
        this.#tasks += 1;
        break;
      case KIND.frame:
        this.#lastLine.called(a, d);
        break;
      case KIND.line:
        this.#lastLine.begun(a, b);
        break;
      case KIND.returned:
        this.#lastLine.returned(a);
        break;
      case KIND.output:
        this.#outputCharacters += this.#writer.textOf(b).length;
        if (this.#outputCharacters > this.#budgets.outputCharacters) this.#ending.spent('outputCharacters');
        break;
    }
  }

  /** Records that the clock has moved, if it has. */
  #recordClock(cause: ClockCause): void {
    if (this.#clock.now === this.#recordedClock) return;
    this.#recordedClock = this.#clock.now;
    this.#moves += 1;
    this.#writer.write(KIND.clock, ...halvesOfNanoseconds(this.#clock.now), WORDS.clockCause.indexOf(cause));
    if (this.#clock.now > this.#budgets.virtualSeconds * 1e9) this.#ending.spent('virtualSeconds');
  }
}
