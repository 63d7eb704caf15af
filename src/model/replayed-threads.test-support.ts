import type { RecordedEvent } from './event';
import { nanosecondsFromHalves, type Step, type StringId, type ThreadId, type WorkId } from './units';
import type { ThreadView, WorkView } from './world';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The threads and what pools were given, in the slow, obvious model. */
export class ReplayedThreads {
  private readonly text: (id: StringId) => string;
  private readonly threads = new Map<ThreadId, Mutable<ThreadView>>();
  private readonly works = new Map<WorkId, Mutable<WorkView>>();

  constructor(text: (id: StringId) => string) {
    this.text = text;
  }

  threadViews(): readonly ThreadView[] {
    return [...this.threads.values()].map((thread) => ({ ...thread }));
  }

  workViews(): readonly WorkView[] {
    return [...this.works.values()].map((work) => ({ ...work }));
  }

  labelOf(thread: ThreadId): string {
    return this.threads.get(thread)?.label ?? '';
  }

  /** Applies an event; `step` is the one right after it. */
  apply(event: RecordedEvent, step: Step): void {
    switch (event.type) {
      case 'thread': {
        const label = this.text(event.name) || this.text(event.function) || `thread ${event.thread}`;
        const view = { thread: event.thread, label, function: this.text(event.function), since: step };
        this.threads.set(event.thread, { ...view, state: 'ready', call: null, until: null });
        break;
      }
      case 'threadRun':
        this.change(event.thread, { state: 'running', call: null, until: null, since: step });
        break;
      case 'threadWait': {
        const call = this.text(event.text);
        const state = call === 'sleep' ? 'sleeping' : call === 'work' ? 'idle' : 'waiting';
        const until = event.hi === -1 ? null : nanosecondsFromHalves(event.hi, event.lo);
        this.change(event.thread, { state, call, until, since: step });
        break;
      }
      case 'threadDone':
        this.change(event.thread, { state: 'done', call: null, until: null, since: step });
        break;
      case 'work':
        this.works.set(event.work, { work: event.work, label: this.text(event.function) || `call ${event.work}`, thread: null });
        break;
      case 'workBegun': {
        const work = this.works.get(event.work);
        if (work !== undefined) work.thread = event.thread === 0 ? null : event.thread;
        break;
      }
      case 'workDone':
        this.works.delete(event.work);
        break;
    }
  }

  private change(thread: ThreadId, change: Partial<ThreadView>): void {
    const view = this.threads.get(thread);
    if (view !== undefined) Object.assign(view, change);
  }
}
