import { Int32List } from '../int32-list';
import { KIND, type Outcome, type WaitReason, WORDS } from '../vocabulary';
import type { TaskState } from '../world';
import { Histories } from './histories';
import type { Source } from './source';

/** A task's states by number, as the histories keep them. `blocking` is none of them: it is how `running` looks right after the clock was held up. */
const STATES = ['waiting', 'ready', 'running', 'sleeping', 'io', 'done', 'failed', 'cancelled'] as const satisfies readonly TaskState[];
type KeptState = (typeof STATES)[number];
const RUNNING = STATES.indexOf('running');

/** The state into which a `suspend` puts a task, by the number of its reason. */
const SUSPENDED: { readonly [R in WaitReason]?: KeptState } = { yielded: 'ready', sleep: 'sleeping', io: 'io', work: 'io' };
const SUSPENDED_STATES: readonly KeptState[] = WORDS.waitReason.map((reason) => SUSPENDED[reason] ?? 'waiting');
/** The state in which a `taskDone` leaves a task, by the number of its outcome. */
const FINISHED: { readonly [O in Outcome]: KeptState } = { result: 'done', exception: 'failed', cancelled: 'cancelled' };
const FINISHED_STATES: readonly KeptState[] = WORDS.outcome.map((outcome) => FINISHED[outcome]);
const isFinished = (state: KeptState): boolean => FINISHED_STATES.includes(state);

/** A task's state, and the event that put it there. */
export interface StateAt {
  readonly state: KeptState;
  readonly event: number;
}

/** Each task's states, places and attributes. */
export class TaskHistory {
  private readonly creations = new Int32List();
  private readonly creators = new Int32List();
  /** The events that put a task into a state, and the state's number. */
  private readonly states = new Histories('valued');
  /** The events that ended a task's turn at running, and the `line` event at which it stood then (-1: none). */
  private readonly stands = new Histories('valued');
  /** Renamings, requests for cancellation, joinings of scopes. */
  private readonly attributes = new Histories('events');
  /** The queued handle that will step a task, 0 for none; and the timer on which it sleeps. */
  private readonly queued = new Int32List();
  private readonly sleepingOn = new Int32List();
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  get byteLength(): number {
    const lists = [this.creations, this.creators, this.queued, this.sleepingOn];
    return [...lists, this.states, this.stands, this.attributes].reduce((sum, part) => sum + part.byteLength, 0);
  }

  get count(): number {
    return this.creations.length;
  }

  create(event: number, creator: number): void {
    this.creations.push(event);
    this.creators.push(creator);
    this.queued.push(0);
    this.sleepingOn.push(0);
    this.states.addEntity();
    this.stands.addEntity();
    this.attributes.addEntity();
    this.enter(event, this.count, 'waiting');
  }

  /** A handle that will step the task joined the ready queue. */
  queue(event: number, task: number, handle: number): void {
    this.queued.set(task - 1, handle);
    this.makeReady(event, task);
  }

  /** A timer is due; if the task sleeps on it, nothing keeps it from running any more. */
  timerDue(event: number, task: number, timer: number): void {
    if (this.sleepingOn.at(task - 1) === timer && this.latestState(task) === 'sleeping') this.makeReady(event, task);
  }

  /** The queued handle is gone: it runs, or was cancelled. */
  unqueue(task: number, handle: number): void {
    if (this.queued.at(task - 1) === handle) this.queued.set(task - 1, 0);
  }

  run(event: number, task: number): void {
    this.enter(event, task, 'running');
  }

  /** With a handle queued already, whatever it says it waits for has happened: it is ready. */
  suspend(event: number, task: number, reason: number, target: number): void {
    const state = this.queued.at(task - 1) === 0 ? (SUSPENDED_STATES[reason] ?? 'waiting') : 'ready';
    this.sleepingOn.set(task - 1, state === 'sleeping' ? target : 0);
    this.enter(event, task, state);
  }

  finish(event: number, task: number, outcome: number): void {
    this.enter(event, task, FINISHED_STATES[outcome] ?? 'done');
  }

  /** The task's handle ends, where the task stood at a `line` event (-1: nowhere). `final`: because the program does. */
  stopRunning(event: number, task: number, stand: number, final: boolean): void {
    this.stands.append(task, event, stand);
    if (!final && this.latestState(task) === 'running') this.enter(event, task, this.queued.at(task - 1) === 0 ? 'waiting' : 'ready');
  }

  changeAttribute(event: number, task: number): void {
    this.attributes.append(task, event);
  }

  /** How many tasks were created before a step: they are the tasks 1 to this number. */
  countAt(step: number): number {
    return this.creations.countBelow(step);
  }

  creation(task: number): number {
    return this.creations.at(task - 1);
  }

  /** The task that created it, 0 for none. */
  creator(task: number): number {
    return this.creators.at(task - 1);
  }

  /** The state of a task that was created before `step`. */
  stateAt(task: number, step: number): StateAt {
    const ordinal = this.states.countBefore(task, step) - 1;
    return { state: STATES[this.states.valueAt(task, ordinal)] ?? 'waiting', event: this.states.eventAt(task, ordinal) };
  }

  /** The `line` event at which the task stood when it last stopped running, or -1. */
  standAt(task: number, step: number): number {
    const count = this.stands.countBefore(task, step);
    return count === 0 ? -1 : this.stands.valueAt(task, count - 1);
  }

  /** The task's latest `suspend` before a step, or -1. */
  suspensionAt(task: number, step: number): number {
    for (let ordinal = this.states.countBefore(task, step) - 1; ordinal >= 0; ordinal--) {
      const event = this.states.eventAt(task, ordinal);
      if (this.source.recording.kindAt(event) === KIND.suspend) return event;
    }
    return -1;
  }

  /** The latest event of one kind among the task's renamings, requests for cancellation and joinings of scopes, or -1. */
  attributeAt(task: number, step: number, kind: number): number {
    for (let ordinal = this.attributes.countBefore(task, step) - 1; ordinal >= 0; ordinal--) {
      const event = this.attributes.eventAt(task, ordinal);
      if (this.source.recording.kindAt(event) === kind) return event;
    }
    return -1;
  }

  /** The latest event that changed a task's state, where it stood when it stopped, or anything else about it, except where it stands while it runs. */
  latestChange(task: number, step: number): number {
    return Math.max(this.states.latestEvent(task, step), this.stands.latestEvent(task, step), this.attributes.latestEvent(task, step));
  }

  /** The n-th state of a task, from 0, or null. */
  nthState(task: number, ordinal: number): StateAt | null {
    if (ordinal < 0 || ordinal >= this.states.count(task)) return null;
    return { state: STATES[this.states.valueAt(task, ordinal)] ?? 'waiting', event: this.states.eventAt(task, ordinal) };
  }

  /** How many states a task entered before a step. */
  stateCountAt(task: number, step: number): number {
    return this.states.countBefore(task, step);
  }

  /** Where a task begins to run, at an event or the next time after it; -1: never again. */
  runAtOrAfter(task: number, event: number): number {
    for (let ordinal = this.states.countBefore(task, event); ordinal < this.states.count(task); ordinal++) {
      if (this.states.valueAt(task, ordinal) === RUNNING) return this.states.eventAt(task, ordinal);
    }
    return -1;
  }

  /** Where a task last began to run before an event, or -1. */
  runBefore(task: number, event: number): number {
    for (let ordinal = this.states.countBefore(task, event) - 1; ordinal >= 0; ordinal--) {
      if (this.states.valueAt(task, ordinal) === RUNNING) return this.states.eventAt(task, ordinal);
    }
    return -1;
  }

  private latestState(task: number): KeptState {
    return STATES[this.states.valueAt(task, this.states.count(task) - 1)] ?? 'waiting';
  }

  private makeReady(event: number, task: number): void {
    const state = this.latestState(task);
    if (state === 'running' || state === 'ready' || isFinished(state)) return;
    this.enter(event, task, 'ready');
  }

  private enter(event: number, task: number, state: KeptState): void {
    this.states.append(task, event, STATES.indexOf(state));
  }
}
