import type { EventOf, RecordedEvent } from './event';
import { taskLabels } from './index/task-labels';
import type { Recording } from './recording';
import { ReplayedFrames } from './replayed-frames.test-support';
import { ReplayedHandles } from './replayed-handles.test-support';
import { placeFrom, ReplayedResources } from './replayed-resources.test-support';
import { ReplayedThreads } from './replayed-threads.test-support';
import {
  asFutureId,
  asHandleId,
  asNanoseconds,
  asResourceId,
  asScopeId,
  asStep,
  asTaskId,
  asWorkId,
  type HandleId,
  type Nanoseconds,
  nanosecondsFromHalves,
  type StringId,
  type TaskId,
  type ThreadId,
} from './units';
import type { HandleView, IoView, Place, Running, TaskView, Wait, World } from './world';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface ReplayedTask extends Mutable<Omit<TaskView, 'label'>> {
  queued: HandleId | null;
  suspendedAt: Place | null;
  stand: Place | null;
}

/**
 * The worlds at all steps of a recording, from 0 to its length, the slow and obvious way: its events, applied one after
 * the other to plain maps and lists. What `worldAt` looks up is tested against this.
 */
export function* replay(recording: Recording): Generator<World> {
  const replayed = new Replay(recording);
  yield replayed.world();
  for (let index = 0; index < recording.length; index++) {
    replayed.apply(recording.event(index));
    yield replayed.world();
  }
}

class Replay {
  private readonly recording: Recording;
  private readonly labels: readonly string[];
  private readonly frames = new ReplayedFrames();
  private readonly resources: ReplayedResources;
  private readonly threads = new ReplayedThreads((id) => this.text(id));
  private readonly tasks = new Map<TaskId, ReplayedTask>();
  private readonly handles = new ReplayedHandles();
  private readonly futures: string[] = [];
  private readonly begun: IoView[] = [];
  private readonly underWay = new Set<IoView>();
  private step = 0;
  private clock = asNanoseconds(0);
  private turn = 0;
  private outputs = 0;
  private interrupted: Running | null = null;
  private thread: ThreadId | null = null;
  private running: Running | null = { handle: null, task: null, label: 'program' };
  private end: World['end'] = null;

  constructor(recording: Recording) {
    this.recording = recording;
    this.resources = new ReplayedResources(recording);
    this.labels = labelsOf(recording);
  }

  world(): World {
    const labelOf = (task: TaskId): string => this.labels[task - 1] ?? '';
    return {
      step: asStep(this.step),
      clock: this.clock,
      turn: this.turn,
      running: this.running?.task == null ? this.running : { ...this.running, label: labelOf(this.running.task) },
      stack: this.running === null ? [] : this.frames.stack(),
      ready: this.handles.readyViews(),
      timers: this.handles.timerViews(),
      tasks: [...this.tasks.values()].map((task) => this.taskView(task, labelOf(task.task))),
      resources: this.resources.resourceViews(),
      scopes: this.resources.scopeViews(),
      threads: this.threads.threadViews(),
      works: this.threads.workViews(),
      io: [...this.underWay],
      outputs: this.outputs,
      end: this.end,
    };
  }

  apply(event: RecordedEvent): void {
    this.step++;
    const step = asStep(this.step);
    this.showBlocking(event);
    this.resources.apply(event, step);
    this.threads.apply(event, step);
    switch (event.type) {
      case 'loopStart':
        this.stopRunning(true);
        this.running = null;
        this.handles.startLoop(event.loop);
        break;
      case 'loopStop':
        this.stopRunning(true);
        this.handles.stopLoop(step);
        this.running = this.thread === null ? { handle: null, task: null, label: 'program' } : this.runningThread(this.thread);
        if (this.thread === null) this.frames.enter('program');
        else this.frames.enterThread(this.thread);
        break;
      case 'io': {
        const until = event.hi < 0 ? null : nanosecondsFromHalves(event.hi, event.lo);
        const io: IoView = { io: event.io, label: this.text(event.label), until };
        this.begun.push(io);
        this.underWay.add(io);
        break;
      }
      case 'ioDone':
        this.underWay.delete(this.ioOf(event.io));
        break;
      case 'turn':
        this.turn = event.turn;
        break;
      case 'clock':
        this.clock = nanosecondsFromHalves(event.hi, event.lo);
        break;
      case 'handle':
        this.addHandle(event, null, event.cause, event.task === 0 ? null : event.task);
        if (event.task !== 0) {
          this.task(event.task).queued = event.handle;
          this.makeReady(event.task);
        }
        break;
      case 'timer':
        this.addHandle(event, nanosecondsFromHalves(event.hi, event.lo), null, null);
        break;
      case 'due':
        this.makeDue(event.handle);
        break;
      case 'handleCancelled':
        this.handles.cancel(event.handle);
        this.unqueue(event.handle);
        break;
      case 'dropped':
        this.handles.remove(event.handle);
        this.unqueue(event.handle);
        break;
      case 'run':
        this.handles.remove(event.handle);
        this.unqueue(event.handle);
        this.running = { handle: event.handle, task: event.task === 0 ? null : event.task, label: this.handles.viewOf(event.handle).label };
        this.frames.enter(this.running.task);
        if (event.task !== 0) this.setState(event.task, 'running');
        break;
      case 'ran':
        this.stopRunning(true);
        this.running = null;
        break;
      case 'task':
        this.tasks.set(event.task, this.newTask(event));
        break;
      case 'taskName':
        this.task(event.task).name = this.text(event.name);
        break;
      case 'suspend':
        this.suspend(event);
        this.task(event.task).cancelPending = false;
        break;
      case 'taskDone':
        this.setState(event.task, ({ result: 'done', exception: 'failed', cancelled: 'cancelled' } as const)[event.outcome]);
        this.task(event.task).result = this.text(event.text);
        break;
      case 'cancelRequested':
        this.task(event.task).cancelRequestedBy = { task: this.running?.task ?? null, step };
        this.task(event.task).cancelPending = true;
        break;
      case 'scopeTask':
        this.task(event.task).scope = event.scope;
        break;
      case 'future':
        this.futures.push(this.text(event.text));
        break;
      case 'output':
      case 'input':
        this.outputs++;
        break;
      case 'frame':
        this.frames.call(event.frame, event.parent, this.text(event.function), this.text(event.file));
        break;
      case 'line':
        this.frames.line(event.frame, event.line);
        break;
      case 'local':
        this.frames.local(event.frame, event.name, this.text(event.name), event.value === 0 ? null : this.text(event.value), this.step);
        break;
      case 'returned':
        this.frames.returned(event.frame);
        break;
      case 'threadRun':
        this.interrupted = this.running;
        this.thread = event.thread;
        this.running = this.runningThread(event.thread);
        this.frames.interrupt();
        this.frames.enterThread(event.thread);
        break;
      case 'threadWait':
      case 'threadDone':
        this.stopRunning(true);
        this.thread = null;
        this.running = this.interrupted;
        this.frames.goOn();
        break;
      case 'end':
        this.stopRunning(false);
        this.running = null;
        this.end = { outcome: event.outcome, status: event.status, text: this.text(event.text) };
        break;
    }
  }

  /** After the clock moved under a running task it is blocking, until anything else happens. */
  private showBlocking(event: RecordedEvent): void {
    const holdsUp = event.type === 'clock' && event.cause !== 'idle';
    for (const { task, state } of this.tasks.values()) {
      if (holdsUp && this.running?.task === task && state === 'running') this.setState(task, 'blocking');
      if (!holdsUp && state === 'blocking') this.setState(task, 'running');
    }
  }

  private stopRunning(goesOn: boolean): void {
    if (this.running === null) return;
    const { handle, task, thread } = this.running;
    if (task !== null) {
      const stopped = this.task(task);
      stopped.stand = this.frames.place();
      if (stopped.state === 'running' && goesOn) this.setState(task, stopped.queued === null ? 'waiting' : 'ready');
    }
    if (thread === undefined) this.frames.leave(handle === null ? 'program' : task);
    else this.frames.leaveThread(thread);
  }

  private runningThread(thread: ThreadId): Running {
    return { handle: null, task: null, thread, label: this.threads.labelOf(thread) };
  }

  private addHandle(
    event: EventOf<'handle'> | EventOf<'timer'>,
    when: Nanoseconds | null,
    cause: HandleView['cause'],
    task: TaskId | null,
  ): void {
    const scheduledBy = this.running?.task ?? null;
    this.handles.add({ handle: event.handle, task, label: this.text(event.label), cause, when, scheduledBy }, asStep(this.step));
  }

  private makeDue(handle: HandleId): void {
    this.handles.due(handle, asStep(this.step));
    const { task } = this.handles.viewOf(handle);
    if (task === null) return;
    const { state, wait } = this.task(task);
    if (state === 'sleeping' && wait?.reason === 'sleep' && wait.handle === handle) this.makeReady(task);
  }

  private unqueue(handle: HandleId): void {
    const task = this.handles.stepsOf(handle);
    if (task !== null && this.task(task).queued === handle) this.task(task).queued = null;
  }

  private suspend(event: EventOf<'suspend'>): void {
    const task = this.task(event.task);
    task.suspendedAt = placeFrom(this.text(event.site));
    const wait = this.waitFrom(event);
    if (wait?.reason === 'sleep') this.handles.sleepOn(wait.handle, event.task);
    if (wait === null || task.queued !== null) this.setState(event.task, 'ready');
    else if (wait.reason === 'sleep') this.setState(event.task, 'sleeping', wait);
    else if (wait.reason === 'io' || wait.reason === 'work') this.setState(event.task, 'io', wait);
    else this.setState(event.task, 'waiting', wait);
  }

  private waitFrom(event: EventOf<'suspend'>): Wait | null {
    const target = event.target;
    switch (event.reason) {
      case 'yielded':
        return null;
      case 'io':
        return target === 0 ? { reason: 'io', io: null, label: 'simulated I/O', until: null } : { reason: 'io', ...this.ioOf(target) };
      case 'work':
        return { reason: 'work', work: asWorkId(target) };
      case 'sleep':
        return { reason: 'sleep', handle: asHandleId(target), until: this.handles.viewOf(asHandleId(target)).when ?? asNanoseconds(0) };
      case 'task':
        return { reason: 'task', task: asTaskId(target) };
      case 'future':
        return { reason: 'future', future: asFutureId(target), text: this.futures[target - 1] ?? '' };
      case 'acquire':
      case 'get':
      case 'put':
      case 'join':
      case 'wait':
        return { reason: event.reason, resource: asResourceId(target) };
      default:
        return { reason: event.reason, scope: asScopeId(target) };
    }
  }

  private ioOf(number: number): IoView {
    const io = this.begun[number - 1];
    if (io === undefined) throw new Error(`there is no I/O ${number}`);
    return io;
  }

  private newTask(event: EventOf<'task'>): ReplayedTask {
    return {
      task: event.task,
      name: this.text(event.name),
      coro: this.text(event.coro),
      state: 'waiting',
      wait: null,
      place: null,
      createdAt: asStep(this.step),
      createdBy: this.running?.task ?? null,
      createdPlace: placeFrom(this.text(event.site)),
      cancelRequestedBy: null,
      cancelPending: false,
      result: null,
      scope: null,
      since: asStep(this.step),
      queued: null,
      suspendedAt: null,
      stand: null,
    };
  }

  private makeReady(task: TaskId): void {
    if (['waiting', 'sleeping', 'io'].includes(this.task(task).state)) this.setState(task, 'ready');
  }

  private setState(id: TaskId, state: TaskView['state'], wait: Wait | null = null): void {
    const task = this.task(id);
    task.state = state;
    task.wait = wait;
    task.result = null;
    task.since = asStep(this.step);
  }

  private taskView(task: ReplayedTask, label: string): TaskView {
    const { queued: _queued, suspendedAt, stand, ...view } = task;
    const finished = ['done', 'failed', 'cancelled'].includes(task.state);
    const site = stand ?? suspendedAt;
    const current = this.frames.place() ?? (stand === null ? suspendedAt : null);
    const place = this.running?.task === task.task ? current : site;
    return { ...view, label, place: finished ? null : place };
  }

  private task(id: TaskId): ReplayedTask {
    const task = this.tasks.get(id);
    if (task === undefined) throw new Error(`there is no task ${id}`);
    return task;
  }

  private text(id: StringId): string {
    return this.recording.string(id);
  }
}

/** By the names that the whole recording knows: see `taskLabels`. */
function labelsOf(recording: Recording): readonly string[] {
  const tasks: { name: string; coro: string }[] = [];
  for (let index = 0; index < recording.length; index++) {
    const event = recording.event(index);
    if (event.type === 'task') tasks.push({ name: recording.string(event.name), coro: recording.string(event.coro) });
    const renamed = event.type === 'taskName' ? tasks[event.task - 1] : undefined;
    if (event.type === 'taskName' && renamed !== undefined) renamed.name = recording.string(event.name);
  }
  return taskLabels(tasks);
}
