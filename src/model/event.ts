import { FIELDS_BY_KIND } from './fields';
import type { FrameId, FutureId, HandleId, IoId, ResourceId, ScopeId, StringId, TaskId, ThreadId, WorkId } from './units';
import {
  type ClockCause,
  type EVENT_FIELDS,
  EVENT_KINDS,
  type EventKind,
  type HandleCause,
  type Misuse,
  type Outcome,
  type ProgramOutcome,
  type ResourceKind,
  type ScopeKind,
  type WaitReason,
} from './vocabulary';

/** The types of fields that are the same in every kind of event. A `target` is an id of what the `reason` beside it says. */
interface FieldTypes {
  handle: HandleId;
  task: TaskId;
  future: FutureId;
  scope: ScopeId;
  resource: ResourceId;
  lock: ResourceId;
  io: IoId;
  frame: FrameId;
  parent: FrameId;
  label: StringId;
  name: StringId;
  coro: StringId;
  site: StringId;
  text: StringId;
  thread: ThreadId;
  work: WorkId;
  function: StringId;
  file: StringId;
}

/** The types of fields that depend on the kind of event. */
interface FieldTypesByKind {
  clock: { cause: ClockCause };
  handle: { cause: HandleCause };
  suspend: { reason: WaitReason };
  taskDone: { outcome: Outcome };
  futureDone: { outcome: Outcome };
  workDone: { outcome: Outcome };
  scope: { kind: ScopeKind };
  scopeEnd: { outcome: Outcome };
  ioDone: { outcome: Outcome };
  returned: { outcome: Outcome };
  resource: { kind: ResourceKind };
  local: { value: StringId };
  contextVariable: { value: StringId };
  end: { outcome: ProgramOutcome };
  misuse: { kind: Misuse };
}

type FieldType<K extends EventKind, F extends string> = K extends keyof FieldTypesByKind
  ? F extends keyof FieldTypesByKind[K]
    ? FieldTypesByKind[K][F]
    : SharedFieldType<F>
  : SharedFieldType<F>;
type SharedFieldType<F extends string> = F extends keyof FieldTypes ? FieldTypes[F] : number;

/**
 * One event of kind K: its fields by the names in EVENT_FIELDS. Words of the vocabulary are given as words; texts as
 * StringIds, for `Recording.string`. `type` is the event's kind (a scope's or resource's own kind is its field `kind`).
 */
export type EventOf<K extends EventKind> = {
  readonly type: K;
  /** Its place in the recording, from 0; the step right after it is `index + 1`. */
  readonly index: number;
} & { readonly [F in (typeof EVENT_FIELDS)[K][number]]: FieldType<K, F> };

export type RecordedEvent = { [K in EventKind]: EventOf<K> }[EventKind];

/** The event whose kind has this number and whose fields hold these integers, all of which were checked before. */
export function eventFrom(index: number, kind: number, fieldAt: (position: number) => number): RecordedEvent {
  const event: Record<string, number | string> = { type: EVENT_KINDS[kind] ?? '', index };
  for (const [position, { name, meaning }] of (FIELDS_BY_KIND[kind] ?? []).entries()) {
    const value = fieldAt(position);
    event[name] = meaning.is === 'word' ? (meaning.words[value] ?? '') : value;
  }
  // The tables that the loop reads are those that the type is made of, so the one cast of events lives here.
  return event as RecordedEvent;
}
