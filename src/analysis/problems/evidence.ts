import type { RecordingIndex } from '../../model/index/recording-index';
import { Int32List } from '../../model/int32-list';
import type { Recording } from '../../model/recording';
import { asStep, asTaskId, type Nanoseconds, type TaskId } from '../../model/units';
import { placeOfSite } from '../../model/views/place';
import { EVENT_KINDS, type EventKind, KIND, type Outcome, type ResourceKind, type WaitReason, WORDS } from '../../model/vocabulary';
import { clockAt } from '../../model/world-at';
import type { ProblemPlace } from './problem';
import { Source } from './source';

/** Kinds that most events are of: their events are not listed, for a million of them would be kept twice. */
const FREQUENT = ['line', 'local', 'frame', 'returned', 'handle', 'ran', 'turn', 'timer', 'due'] as const satisfies readonly EventKind[];
type ListedKind = Exclude<EventKind, (typeof FREQUENT)[number]>;

const IO = WORDS.waitReason.indexOf('io');

/** A `suspend` event. */
export interface Suspension {
  readonly event: number;
  readonly reason: WaitReason;
  readonly target: number;
  /** A StringId. */
  readonly site: number;
}

/** What the rules look at: a recording, its events by kind, and the program's files as syntax. */
export class Evidence {
  readonly index: RecordingIndex;
  private readonly lists: readonly Int32List[];
  private readonly sources = new Map<string, Source | null>();

  constructor(index: RecordingIndex) {
    this.index = index;
    this.lists = listsOf(index.recording);
  }

  get recording(): Recording {
    return this.index.recording;
  }

  /** Whether any task ever waited for the outside. */
  get hasIo(): boolean {
    for (const event of this.events('suspend')) if (this.recording.fieldAt(event, 1) === IO) return true;
    return false;
  }

  get length(): number {
    return this.index.length;
  }

  /** All events of a kind, in order. */
  *events(kind: ListedKind): Generator<number> {
    const list = this.lists[KIND[kind]];
    for (let at = 0; list !== undefined && at < list.length; at++) yield list.at(at);
  }

  /** The lines that frames run and their returns (line 0), in order. */
  *progress(): Generator<{ readonly event: number; readonly frame: number; readonly line: number }> {
    const { recording } = this;
    for (let event = 0; event < recording.length; event++) {
      const kind = recording.kindAt(event);
      if (kind === KIND.line) yield { event, frame: recording.fieldAt(event, 0), line: recording.fieldAt(event, 1) };
      else if (kind === KIND.returned) yield { event, frame: recording.fieldAt(event, 0), line: 0 };
    }
  }

  /** All events of some kinds, in order. */
  *merged(...kinds: readonly ListedKind[]): Generator<number> {
    const lists = kinds.flatMap((kind) => this.lists[KIND[kind]] ?? []);
    const positions = lists.map(() => 0);
    for (;;) {
      let chosen = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let number = 0; number < lists.length; number++) {
        const event = nextIn(lists[number], positions[number]);
        if (event < least) {
          chosen = number;
          least = event;
        }
      }
      if (chosen === -1) return;
      positions[chosen] = (positions[chosen] ?? 0) + 1;
      yield least;
    }
  }

  /** The first event of a kind at or after an event; -1: none. */
  next(kind: ListedKind, event: number): number {
    const list = this.lists[KIND[kind]];
    const position = list?.countBelow(event) ?? 0;
    return list !== undefined && position < list.length ? list.at(position) : -1;
  }

  /** One of the program's files; null for one that is not in the recording. */
  source(file: string): Source | null {
    const known = this.sources.get(file);
    if (known !== undefined) return known;
    const text = this.recording.program.files.find(({ path }) => path === file)?.text;
    const source = text === undefined ? null : new Source(file, text);
    this.sources.set(file, source);
    return source;
  }

  *allSources(): Generator<Source> {
    for (const { path } of this.recording.program.files) {
      const source = path.endsWith('.py') ? this.source(path) : null;
      if (source !== null) yield source;
    }
  }

  text(event: number, position: 0 | 1 | 2 | 3): string {
    return this.recording.string(this.recording.fieldAt(event, position));
  }

  label(task: number): string {
    return this.index.taskNames.labelOf(task);
  }

  /** "a", "a and b", "a, b and 3 more". */
  labels(tasks: readonly number[]): string {
    return enumerated(tasks.map((task) => (task === 0 ? 'the program' : this.label(task))));
  }

  taskOrNull(task: number): TaskId | null {
    return task === 0 ? null : asTaskId(task);
  }

  /** The task that runs when an event happens; 0: none. */
  taskAt(event: number): number {
    return this.index.running.taskAt(asStep(event));
  }

  /** The event with which the handle ended that began to run at an event. */
  endOfRun(run: number): number {
    return this.index.running.endOfRun(run);
  }

  /** The time right before an event. */
  clock(event: number): Nanoseconds {
    return clockAt(this.index, asStep(event));
  }

  suspension(event: number): Suspension {
    const { recording } = this;
    return {
      event,
      reason: WORDS.waitReason[recording.fieldAt(event, 1)] ?? 'yielded',
      target: recording.fieldAt(event, 2),
      site: recording.fieldAt(event, 3),
    };
  }

  /** What a task last waited for before an event; null if it has not waited. */
  latestSuspension(task: number, event: number): Suspension | null {
    const at = this.index.tasks.suspensionAt(task, asStep(event));
    return at === -1 ? null : this.suspension(at);
  }

  isFinished(task: number, event: number): boolean {
    const { state } = this.index.tasks.stateAt(task, asStep(event));
    return state === 'done' || state === 'failed' || state === 'cancelled';
  }

  /** How an event of a task's, future's or scope's end says it ended. */
  outcome(event: number): Outcome {
    return WORDS.outcome[this.recording.fieldAt(event, 1)] ?? 'result';
  }

  resourceKind(resource: number): ResourceKind {
    return WORDS.resourceKind[this.recording.fieldAt(this.index.resources.creation(resource), 1)] ?? 'Lock';
  }

  resourceName(resource: number): string {
    return this.text(this.index.resources.creation(resource), 2);
  }

  /** Whether a `raised` event only tells that an exception has passed from a call to its caller. */
  isPassedOn(event: number): boolean {
    const { recording } = this;
    for (let before = event - 1; before >= Math.max(0, event - PASSING); before--) {
      if (recording.kindAt(before) !== KIND.raised) continue;
      return recording.fieldAt(before, 1) === recording.fieldAt(event, 1) && recording.fieldAt(before, 0) !== recording.fieldAt(event, 0);
    }
    return false;
  }

  /** The function that a frame is a call of. */
  functionOf(frame: number): string {
    return this.text(this.index.frames.callOf(frame), 2);
  }

  fileOf(frame: number): string {
    return this.text(this.index.frames.callOf(frame), 3);
  }

  /** A line to look at, at its first word or at an offset of it. */
  placeAt(file: string, line: number, offset?: number): ProblemPlace {
    const source = this.source(file);
    if (source === null) return { file, line, column: 1 };
    return { file, line, column: source.columnOf(offset ?? source.startOf(line) + source.indentOf(line).length) };
  }

  /** A place by the text that events hold. */
  placeOfSite(site: number): ProblemPlace | null {
    const place = placeOfSite(this.recording.string(site));
    return place === null ? null : this.placeAt(place.file, place.line);
  }

  /** Where the user's code stands that runs when an event happens. */
  placeOfEvent(event: number): ProblemPlace | null {
    const { frames } = this.index;
    for (const frame of frames.stackAt(event)) {
      const line = frames.lineAt(frame, event);
      if (line !== -1) return this.placeAt(this.fileOf(frame), this.recording.fieldAt(line, 1));
    }
    return null;
  }
}

function listsOf(recording: Recording): readonly Int32List[] {
  const lists = EVENT_KINDS.map(() => new Int32List());
  const frequent: readonly EventKind[] = FREQUENT;
  const wanted = EVENT_KINDS.map((kind) => !frequent.includes(kind));
  for (let event = 0; event < recording.length; event++) {
    const kind = recording.kindAt(event);
    if (wanted[kind]) lists[kind]?.push(event);
  }
  return lists;
}

/** The event at a position of a list; beyond all events after its end. */
function nextIn(list: Int32List | undefined, position = 0): number {
  return list === undefined || position >= list.length ? Number.POSITIVE_INFINITY : list.at(position);
}

/** How far back an exception is looked for that passes from a call to its caller: the caller's `raised` follows at once. */
const PASSING = 4;
const MOST_NAMED = 4;

/** "a", "a and b", "a, b and c"; of many the first few, and the number of the rest. */
export function enumerated(things: readonly string[]): string {
  const named = things.length > MOST_NAMED ? things.slice(0, MOST_NAMED - 1) : things;
  const items = named.length < things.length ? [...named, `${things.length - named.length} more`] : named;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "0.3 s": a duration in nanoseconds, to the millisecond. */
export const seconds = (nanoseconds: number): string => `${Number((nanoseconds / 1e9).toFixed(3))} s`;
