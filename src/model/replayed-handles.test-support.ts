import type { HandleId, Nanoseconds, Step, TaskId } from './units';
import type { HandleCause } from './vocabulary';
import type { HandleView } from './world';

interface ReplayedHandle {
  /** What a view shows, but for the task that sleeps on a timer. */
  view: HandleView;
  /** The first task that slept on it. */
  sleeper: TaskId | null;
  cancelled: boolean;
}

/** What a new handle is. */
export interface NewHandle {
  readonly handle: HandleId;
  /** The task that it steps. */
  readonly task: TaskId | null;
  readonly label: string;
  readonly cause: HandleCause | null;
  readonly when: Nanoseconds | null;
  readonly scheduledBy: TaskId | null;
}

/** The ready queue and the timers, in the slow, obvious model. */
export class ReplayedHandles {
  private readonly handles = new Map<HandleId, ReplayedHandle>();
  /** In order of entry, with the step of entry. */
  private ready: { readonly handle: HandleId; readonly entered: number }[] = [];
  private timers: HandleId[] = [];
  private loop = 0;
  private loopStopped = 0;

  readyViews(): readonly HandleView[] {
    return this.ready.map(({ handle }) => this.viewOf(handle));
  }

  timerViews(): readonly HandleView[] {
    return this.timers.map((handle) => this.viewOf(handle)).sort((a, b) => (a.when ?? 0) - (b.when ?? 0) || a.handle - b.handle);
  }

  /** Adds a handle to the timers if it has a time, else to the ready queue. */
  add(handle: NewHandle, step: Step): void {
    this.handles.set(handle.handle, { view: { ...handle, scheduledAt: step }, sleeper: null, cancelled: false });
    if (handle.when === null) this.ready.push({ handle: handle.handle, entered: step });
    else this.timers.push(handle.handle);
  }

  due(id: HandleId, step: Step): void {
    const timer = this.handle(id);
    timer.view = { ...timer.view, cause: 'callback' };
    this.timers = this.timers.filter((other) => other !== id);
    if (!timer.cancelled) this.ready.push({ handle: id, entered: step });
  }

  cancel(id: HandleId): void {
    this.handle(id).cancelled = true;
    this.remove(id);
  }

  remove(id: HandleId): void {
    this.ready = this.ready.filter(({ handle }) => handle !== id);
    this.timers = this.timers.filter((timer) => timer !== id);
  }

  sleepOn(timer: HandleId, task: TaskId): void {
    this.handle(timer).sleeper ??= task;
  }

  /** Another loop knows nothing of what the former one had queued when it stopped. */
  startLoop(loop: number): void {
    if (this.loop !== 0 && this.loop !== loop) {
      this.ready = this.ready.filter(({ entered }) => entered >= this.loopStopped);
      this.timers = this.timers.filter((timer) => this.handle(timer).view.scheduledAt >= this.loopStopped);
    }
    this.loop = loop;
  }

  stopLoop(step: Step): void {
    this.loopStopped = step;
  }

  viewOf(id: HandleId): HandleView {
    const { view, sleeper } = this.handle(id);
    return { ...view, task: view.task ?? sleeper };
  }

  /** The task that a handle steps itself. */
  stepsOf(id: HandleId): TaskId | null {
    return this.handle(id).view.task;
  }

  private handle(id: HandleId): ReplayedHandle {
    const handle = this.handles.get(id);
    if (handle === undefined) throw new Error(`there is no handle ${id}`);
    return handle;
  }
}
