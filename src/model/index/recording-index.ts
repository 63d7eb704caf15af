import { Int32List } from '../int32-list';
import type { Recording } from '../recording';
import { EVENT_KINDS, WORDS } from '../vocabulary';
import type { ResourceView, ScopeView, TaskView } from '../world';
import { ContextHistory } from './context-history';
import { FrameHistory } from './frame-history';
import { HandleHistory } from './handle-history';
import { IoHistory } from './io-history';
import { ResourceHistory } from './resource-history';
import { RunningHistory } from './running-history';
import { ScopeHistory } from './scope-history';
import type { Source } from './source';
import { TaskHistory } from './task-history';
import { TaskNames } from './task-names';
import { ThreadHistory } from './thread-history';
import { ViewMemo } from './view-memo';

const IDLE = WORDS.clockCause.indexOf('idle');
const SLEEP = WORDS.waitReason.indexOf('sleep');

/**
 * What makes every step of a recording quick to look up: for each thing in it the sorted events that changed it, gathered
 * in one pass. They take about as much room as the recording's own columns, 17 bytes an event.
 *
 * It follows a recording that grows: what it says about a step never changes, except the tasks' labels, which depend on
 * the whole of the recording so far.
 */
export class RecordingIndex implements Source {
  private current: Recording;
  private indexed = 0;
  readonly running = new RunningHistory(this);
  readonly frames = new FrameHistory(this);
  readonly tasks = new TaskHistory(this);
  readonly taskNames = new TaskNames(this, this.tasks);
  readonly handles = new HandleHistory(this);
  readonly resources = new ResourceHistory(this);
  readonly scopes = new ScopeHistory(this);
  readonly io = new IoHistory();
  readonly threads = new ThreadHistory();
  readonly contexts = new ContextHistory();
  /** All events of these kinds, in order. */
  readonly clocks = new Int32List();
  /** Those `clock` events by which running code moved the clock. */
  readonly holdUps = new Int32List();
  /** The same by the task whose code it was. */
  readonly holdUpsOf = new Map<number, Int32List>();
  readonly turns = new Int32List();
  readonly runs = new Int32List();
  readonly lines = new Int32List();
  readonly outputs = new Int32List();
  readonly signals = new Int32List();
  /** The `future` event of each future. */
  readonly futures = new Int32List();
  /** Views that stay the same from step to step. */
  readonly taskViews = new ViewMemo<TaskView>();
  readonly resourceViews = new ViewMemo<ResourceView>();
  readonly scopeViews = new ViewMemo<ScopeView>();

  constructor(recording: Recording) {
    this.current = recording;
    this.extend(recording);
  }

  /** The recording as far as it is indexed. */
  get recording(): Recording {
    return this.current;
  }

  /** The number of events that are indexed: steps from 0 to this can be looked up. */
  get length(): number {
    return this.indexed;
  }

  /** Bytes of the histories, without the recording's own columns. */
  get byteLength(): number {
    const parts = [this.running, this.frames, this.tasks, this.handles, this.resources, this.scopes, this.io, this.threads, this.contexts];
    const often = [this.clocks, this.holdUps, ...this.holdUpsOf.values(), this.turns, this.runs, this.lines];
    const lists = [...often, this.outputs, this.signals, this.futures];
    return [...parts, ...lists].reduce((sum, part) => sum + part.byteLength, 0);
  }

  private holdUp(event: number): void {
    this.holdUps.push(event);
    const { latest } = this.running;
    if (latest.who !== 'handle') return;
    const own = this.holdUpsOf.get(latest.task) ?? new Int32List();
    own.push(event);
    this.holdUpsOf.set(latest.task, own);
  }

  /** Adds the events by which the recording has grown. `recording` must continue the one that is indexed. */
  extend(recording: Recording): void {
    if (recording.length < this.indexed)
      throw new RangeError(`a recording of ${recording.length} events does not continue one of ${this.indexed}`);
    this.current = recording;
    for (; this.indexed < recording.length; this.indexed++) this.add(this.indexed);
  }

  private add(event: number): void {
    const { recording } = this;
    const a = recording.fieldAt(event, 0);
    const b = recording.fieldAt(event, 1);
    switch (EVENT_KINDS[recording.kindAt(event)]) {
      case 'loopStart':
        this.stopRunning(event, false);
        this.handles.startLoop(event, a);
        break;
      case 'loopStop':
        this.stopRunning(event, false);
        this.handles.stopLoop(event);
        if (this.running.latestThread === 0) this.frames.enterProgram(event);
        else this.frames.enterThread(event, this.running.latestThread);
        break;
      case 'end':
        this.stopRunning(event, true);
        break;
      case 'turn':
        this.turns.push(event);
        break;
      case 'clock':
        this.clocks.push(event);
        if (recording.fieldAt(event, 2) !== IDLE) this.holdUp(event);
        break;
      case 'handle':
        this.handles.create(event, a);
        if (b !== 0) this.tasks.queue(event, b, a);
        break;
      case 'timer':
        this.handles.create(event, a);
        break;
      case 'due':
        this.handles.due(event, a);
        this.timerDue(event, a);
        break;
      case 'handleCancelled':
        this.handles.cancel(event, a);
        this.unqueue(a);
        break;
      case 'run':
        this.runs.push(event);
        this.handles.leave(event, a);
        this.unqueue(a);
        this.running.append(event);
        this.frames.enterHandle(event, b);
        if (b !== 0) {
          this.tasks.run(event, b);
          this.resources.stopWaiting(event, b);
        }
        break;
      case 'ran':
        this.stopRunning(event, false);
        break;
      case 'dropped':
        this.handles.leave(event, a);
        this.unqueue(a);
        break;
      case 'task':
        this.tasks.create(event, this.runningTask());
        this.forgetLabels();
        this.frames.addTask();
        this.contexts.addTask();
        this.resources.addTask();
        break;
      case 'taskName':
        this.tasks.changeAttribute(event, a);
        this.forgetLabels();
        break;
      case 'cancelRequested':
        this.tasks.changeAttribute(event, a);
        break;
      case 'suspend':
        this.suspend(event, a, b, recording.fieldAt(event, 2));
        break;
      case 'taskDone':
        this.tasks.finish(event, a, b);
        this.resources.stopWaiting(event, a);
        break;
      case 'future':
        this.futures.push(event);
        break;
      case 'scope':
        this.scopes.create(event);
        break;
      case 'scopeTask':
        this.scopes.append(event, a);
        this.tasks.changeAttribute(event, b);
        break;
      case 'scopeDeadline':
      case 'scopeEnd':
        this.scopes.append(event, a);
        break;
      case 'resource':
        this.resources.create(event);
        break;
      case 'level':
      case 'resourceLock':
      case 'acquired':
      case 'released':
      case 'itemPut':
      case 'itemGot':
      case 'notified':
      case 'address':
      case 'closed':
        this.resources.append(event, a);
        break;
      case 'resourceIo':
        this.resources.addIo(event, a, b);
        break;
      case 'io':
        this.io.begin(event);
        break;
      case 'ioDone':
        this.io.end(event, a);
        break;
      case 'output':
      case 'input':
        this.outputs.push(event);
        break;
      case 'signal':
        this.signals.push(event);
        break;
      case 'frame':
        this.frames.call(event, a, b);
        break;
      case 'line':
        this.lines.push(event);
        this.frames.line(event, a);
        break;
      case 'local':
        this.frames.local(event, a, b);
        break;
      case 'thread':
        this.threads.create(event);
        this.frames.addThread();
        break;
      case 'threadRun':
        this.threads.append(event, a);
        this.frames.interrupt();
        this.frames.enterThread(event, a);
        this.running.append(event);
        break;
      case 'threadWait':
      case 'threadDone':
        this.threads.append(event, a);
        this.stopRunning(event, false);
        this.frames.goOn(event);
        break;
      case 'work':
        this.threads.createWork(event);
        break;
      case 'workBegun':
      case 'workDone':
        this.threads.appendWork(event, a);
        break;
      case 'contextVariable':
        this.contexts.append(event, a);
        break;
      case 'returned':
        this.frames.returned(event, a);
        break;
    }
  }

  /** Whatever runs stops: the program because a loop begins or all ends, a handle because it returned or its loop stops. */
  private stopRunning(event: number, final: boolean): void {
    const runner = this.running.latest;
    if (runner.who === 'program') this.frames.leaveProgram(event);
    if (runner.who === 'thread') this.frames.leaveThread(event, runner.thread);
    if (runner.who === 'handle') {
      if (runner.task !== 0) this.tasks.stopRunning(event, runner.task, this.frames.latestStand(), final);
      this.frames.leaveHandle(event, runner.task);
    }
    this.running.append(event);
  }

  private suspend(event: number, task: number, reason: number, target: number): void {
    this.tasks.suspend(event, task, reason, target);
    this.resources.suspend(event, task, reason, target);
    if (reason === SLEEP) this.handles.sleep(event, target);
  }

  private timerDue(event: number, timer: number): void {
    const sleep = this.handles.sleepAt(timer, event);
    if (sleep !== -1) this.tasks.timerDue(event, this.recording.fieldAt(sleep, 0), timer);
  }

  private unqueue(handle: number): void {
    const task = this.handles.steppedTask(handle);
    if (task !== 0) this.tasks.unqueue(task, handle);
  }

  private forgetLabels(): void {
    this.taskNames.forget();
    this.taskViews.clear();
  }

  private runningTask(): number {
    const runner = this.running.latest;
    return runner.who === 'handle' ? runner.task : 0;
  }
}
