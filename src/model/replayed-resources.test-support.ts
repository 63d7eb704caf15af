import type { RecordedEvent } from './event';
import type { Recording } from './recording';
import { nanosecondsFromHalves, type ResourceId, type ScopeId, type Step, type TaskId } from './units';
import type { WaitReason } from './vocabulary';
import type { Place, QueueItem, ResourceView, ScopeView } from './world';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface ReplayedResource extends Mutable<Omit<ResourceView, 'holders' | 'waiters' | 'items'>> {
  holders: (TaskId | null)[];
  waiters: { readonly task: TaskId; readonly reason: WaitReason; readonly io: string }[];
  items: QueueItem[];
}

interface ReplayedScope extends Mutable<Omit<ScopeView, 'tasks'>> {
  tasks: TaskId[];
}

/** The resources and scopes, in the slow, obvious model. */
export class ReplayedResources {
  private readonly recording: Recording;
  private readonly resources = new Map<ResourceId, ReplayedResource>();
  private readonly scopes = new Map<ScopeId, ReplayedScope>();
  /** What is under way: in words, and whose it is. */
  private readonly labels = new Map<number, string>();
  private readonly ios = new Map<number, ResourceId>();

  constructor(recording: Recording) {
    this.recording = recording;
  }

  resourceViews(): readonly ResourceView[] {
    return [...this.resources.values()].map((resource) => structuredClone(resource));
  }

  scopeViews(): readonly ScopeView[] {
    return [...this.scopes.values()].map((scope) => structuredClone(scope));
  }

  /** Applies an event; `step` is the one right after it. */
  apply(event: RecordedEvent, step: Step): void {
    this.applyToScopes(event);
    if (event.type === 'io') this.labels.set(event.io, this.recording.string(event.label));
    if (event.type === 'resourceIo' && !this.ios.has(event.io)) this.ios.set(event.io, event.resource);
    if (event.type === 'run' || event.type === 'taskDone' || event.type === 'suspend') this.stopWaiting(event.task, step);
    const resource = this.resourceOf(event, step);
    if (resource === undefined) return;
    resource.since = step;
    switch (event.type) {
      case 'level':
        Object.assign(resource, { value: event.value, capacity: event.capacity, unfinished: event.unfinished });
        break;
      case 'address':
        resource.address = this.recording.string(event.text);
        break;
      case 'closed':
        resource.closed = true;
        break;
      case 'resourceLock':
        resource.lock = event.lock;
        break;
      case 'acquired':
        resource.holders.push(event.task === 0 ? null : event.task);
        break;
      case 'released': {
        const last = resource.holders.lastIndexOf(event.task === 0 ? null : event.task);
        resource.holders = resource.holders.filter((_, position) => position !== last);
        break;
      }
      case 'itemPut': {
        const place = event.position === -1 ? resource.items.length : event.position;
        const item = { item: event.item, text: this.recording.string(event.text) };
        resource.items = [...resource.items.slice(0, place), item, ...resource.items.slice(place)];
        break;
      }
      case 'itemGot':
        resource.items = resource.items.filter(({ item }) => item !== event.item);
        break;
      case 'suspend':
        resource.waiters.push({
          task: event.task,
          reason: event.reason,
          io: event.reason === 'io' ? (this.labels.get(event.target) ?? '') : '',
        });
        break;
    }
  }

  /** The resource that an event is about; made, if the event makes it. */
  private resourceOf(event: RecordedEvent, step: Step): ReplayedResource | undefined {
    switch (event.type) {
      case 'resource':
        this.resources.set(event.resource, {
          resource: event.resource,
          kind: event.kind,
          name: this.recording.string(event.name),
          place: placeFrom(this.recording.string(event.site)),
          value: 0,
          capacity: 0,
          unfinished: 0,
          lock: null,
          holders: [],
          waiters: [],
          items: [],
          address: '',
          closed: false,
          since: step,
        });
        return undefined;
      case 'level':
      case 'resourceLock':
      case 'acquired':
      case 'released':
      case 'itemPut':
      case 'itemGot':
      case 'notified':
      case 'address':
      case 'resourceIo':
      case 'closed':
        return this.resources.get(event.resource);
      case 'suspend':
        return [...this.resources.values()].find(({ resource }) =>
          event.reason === 'io'
            ? this.ios.get(event.target) === resource
            : ['acquire', 'get', 'put', 'join', 'wait'].includes(event.reason) && resource === event.target,
        );
      default:
        return undefined;
    }
  }

  private stopWaiting(task: TaskId, step: Step): void {
    for (const resource of this.resources.values()) {
      const waiters = resource.waiters.filter((waiter) => waiter.task !== task);
      if (waiters.length === resource.waiters.length) continue;
      resource.waiters = waiters;
      resource.since = step;
    }
  }

  private applyToScopes(event: RecordedEvent): void {
    switch (event.type) {
      case 'scope':
        this.scopes.set(event.scope, {
          scope: event.scope,
          kind: event.kind,
          owner: event.task === 0 ? null : event.task,
          place: placeFrom(this.recording.string(event.site)),
          tasks: [],
          deadline: null,
          ended: null,
        });
        break;
      case 'scopeTask':
        this.scopes.get(event.scope)?.tasks.push(event.task);
        break;
      case 'scopeDeadline': {
        const scope = this.scopes.get(event.scope);
        if (scope !== undefined) scope.deadline = event.hi === -1 ? null : nanosecondsFromHalves(event.hi, event.lo);
        break;
      }
      case 'scopeEnd': {
        const scope = this.scopes.get(event.scope);
        if (scope !== undefined) scope.ended = event.outcome;
        break;
      }
    }
  }
}

/** "main.py:12" as a place. */
export function placeFrom(site: string): Place | null {
  const [, file, line] = /^(.+):([1-9]\d*)$/s.exec(site) ?? [];
  return file === undefined ? null : { file, line: Number(line) };
}
