import type { EventChunk } from './chunk';
import { eventFrom, type RecordedEvent } from './event';
import { EventChecker } from './event-checker';
import { Int32List } from './int32-list';
import { RecordingError } from './recording-error';
import type { Conditions, Program } from './scenario';
import { type Nanoseconds, nanosecondsFromHalves } from './units';
import { EVENT_KINDS } from './vocabulary';

/** The position of a field in EVENT_FIELDS. */
export type FieldPosition = 0 | 1 | 2 | 3;

/**
 * What happened in one run: its events in order, and the program and conditions that decided them.
 * It never changes; while a run is being recorded, each appended chunk makes a new, longer recording that shares its columns.
 */
export interface Recording {
  readonly program: Program;
  readonly conditions: Conditions;
  /** The number of events; steps go from 0 to this. */
  readonly length: number;
  /** The size of the string table. */
  readonly stringCount: number;
  /** Bytes of the columns, without the strings. */
  readonly byteLength: number;
  /** An event as an object, for code that wants to read well. Throws a RangeError outside 0..length-1. */
  event(index: number): RecordedEvent;
  /** The number of an event's kind (see KIND). The index is not checked. */
  kindAt(index: number): number;
  /** One field of an event; 0 where its kind has no such field. The index is not checked. */
  fieldAt(index: number, position: FieldPosition): number;
  /** The time whose high half is in this field and its low half in the next. */
  timeAt(index: number, position: 0 | 1 | 2): Nanoseconds;
  /** A text by its id; throws a RangeError for an id outside the table. */
  string(id: number): string;
}

/** The columns that a builder appends to and that all its recordings read, each up to its own length. */
interface Columns {
  kinds: Uint8Array;
  readonly fields: readonly [Int32List, Int32List, Int32List, Int32List];
  readonly strings: string[];
}

/** Takes events as they come and hands out what was recorded so far. */
export class RecordingBuilder {
  private readonly program: Program;
  private readonly conditions: Conditions;
  private readonly columns: Columns = {
    kinds: new Uint8Array(64),
    fields: [new Int32List(64), new Int32List(64), new Int32List(64), new Int32List(64)],
    strings: [''],
  };
  private readonly checker = new EventChecker();
  private length = 0;
  private failure: RecordingError | null = null;

  constructor(program: Program, conditions: Conditions) {
    this.program = program;
    this.conditions = conditions;
  }

  /** What was appended so far. Later chunks do not change it. */
  recording(): Recording {
    return new RecordingView(this.program, this.conditions, this.columns, this.length, this.columns.strings.length);
  }

  /**
   * Appends the next events. Throws a RecordingError that says which event is wrong and why; the events before it are kept,
   * and nothing can be appended any more.
   */
  append(chunk: EventChunk): void {
    if (this.failure !== null) throw this.failure;
    try {
      this.appendChecked(chunk);
    } catch (error) {
      if (error instanceof RecordingError) this.failure = error;
      throw error;
    }
  }

  private appendChecked(chunk: EventChunk): void {
    const wrong = shapeComplaint(chunk);
    if (wrong !== null) throw new RecordingError(`a chunk at event ${this.length} is damaged: ${wrong}`);
    const { kind: kinds, a, b, c, d } = chunk;
    const { fields, strings } = this.columns;
    for (const text of chunk.strings) strings.push(text);
    this.reserveKinds(this.length + kinds.length);
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i] ?? 0;
      const [va, vb, vc, vd] = [a[i] ?? 0, b[i] ?? 0, c[i] ?? 0, d[i] ?? 0];
      const complaint = this.checker.complaint(kind, va, vb, vc, vd, strings.length);
      if (complaint !== null) {
        throw new RecordingError(`event ${this.length} (${EVENT_KINDS[kind] ?? 'unknown'}): ${complaint}`, this.length);
      }
      this.columns.kinds[this.length++] = kind;
      fields[0].push(va);
      fields[1].push(vb);
      fields[2].push(vc);
      fields[3].push(vd);
    }
  }

  private reserveKinds(needed: number): void {
    if (needed <= this.columns.kinds.length) return;
    const grown = new Uint8Array(Math.max(needed, Math.ceil(this.columns.kinds.length * 1.5)));
    grown.set(this.columns.kinds);
    this.columns.kinds = grown;
  }
}

/** A chunk comes from a worker that runs somebody's program, so its type is a claim. */
function shapeComplaint(chunk: EventChunk): string | null {
  if (!isArray(chunk.kind, 'Uint8Array')) return 'its kinds are no Uint8Array';
  for (const column of ['a', 'b', 'c', 'd'] as const) {
    if (!isArray(chunk[column], 'Int32Array')) return `its column ${column} is no Int32Array`;
    if (chunk[column].length !== chunk.kind.length) {
      return `it has ${chunk.kind.length} kinds, but ${chunk[column].length} values in column ${column}`;
    }
  }
  if (!Array.isArray(chunk.strings) || chunk.strings.some((text) => typeof text !== 'string')) return 'its strings are no list of strings';
  return null;
}

/** By tag rather than by class, because a chunk may come from another realm. */
const isArray = (value: unknown, tag: string): boolean => Object.prototype.toString.call(value) === `[object ${tag}]`;

class RecordingView implements Recording {
  readonly program: Program;
  readonly conditions: Conditions;
  readonly length: number;
  readonly stringCount: number;
  private readonly columns: Columns;

  constructor(program: Program, conditions: Conditions, columns: Columns, length: number, stringCount: number) {
    this.program = program;
    this.conditions = conditions;
    this.columns = columns;
    this.length = length;
    this.stringCount = stringCount;
  }

  get byteLength(): number {
    return this.columns.fields.reduce((sum, column) => sum + column.byteLength, this.columns.kinds.byteLength);
  }

  event(index: number): RecordedEvent {
    if (!Number.isInteger(index) || index < 0 || index >= this.length)
      throw new RangeError(`there is no event ${index} among ${this.length}`);
    const { fields } = this.columns;
    return eventFrom(index, this.kindAt(index), (position) => fields[position]?.at(index) ?? 0);
  }

  kindAt(index: number): number {
    return this.columns.kinds[index] ?? 0;
  }

  fieldAt(index: number, position: FieldPosition): number {
    return this.columns.fields[position].at(index);
  }

  timeAt(index: number, position: 0 | 1 | 2): Nanoseconds {
    return nanosecondsFromHalves(
      this.columns.fields[position].at(index),
      this.columns.fields[position === 0 ? 1 : position === 1 ? 2 : 3].at(index),
    );
  }

  string(id: number): string {
    const text = id < this.stringCount ? this.columns.strings[id] : undefined;
    if (text === undefined) throw new RangeError(`there is no string ${id} among ${this.stringCount}`);
    return text;
  }
}
