import type { EventChunk } from './chunk';
import { FIELDS_BY_KIND } from './fields';
import { type EventKind, KIND } from './vocabulary';

/** Writes events by name, as a recorder does, without checking them: texts and words of the vocabulary may be given as strings. */
export class EventWriter {
  private readonly ids = new Map<string, number>([['', 0]]);
  private fresh: string[] = [];
  private taken = 0;
  private rows: (readonly number[])[] = [];

  /** How many events were written in all, and how many since the last chunk was taken. */
  get written(): number {
    return this.taken + this.rows.length;
  }

  get pending(): number {
    return this.rows.length;
  }

  /** Fields in the order of EVENT_FIELDS; those left off are 0. */
  write(kind: EventKind, ...fields: readonly (number | string)[]): void {
    const known = FIELDS_BY_KIND[KIND[kind]] ?? [];
    const values = fields.map((value, position) => {
      if (typeof value === 'number') return value;
      const meaning = known[position]?.meaning;
      if (meaning?.is !== 'word') return this.intern(value);
      const word = meaning.words.indexOf(value);
      if (word === -1) throw new Error(`${kind}: "${value}" is none of ${meaning.words.join(', ')}`);
      return word;
    });
    this.rows.push([KIND[kind], ...values]);
  }

  /** What was written since the last call, as one chunk. */
  take(): EventChunk {
    const column = (position: number): Int32Array<ArrayBuffer> => Int32Array.from(this.rows, (row) => row[position] ?? 0);
    const chunk = {
      kind: Uint8Array.from(this.rows, (row) => row[0] ?? 0),
      a: column(1),
      b: column(2),
      c: column(3),
      d: column(4),
      strings: this.fresh,
    };
    this.taken += this.rows.length;
    this.rows = [];
    this.fresh = [];
    return chunk;
  }

  /** The id of a text in the string table. */
  intern(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(text, id);
    this.fresh.push(text);
    return id;
  }
}
