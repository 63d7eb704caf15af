import type { EventChunk } from '../model/chunk';
import { EVENT_KINDS, KIND } from '../model/vocabulary';

const CHUNK_ROWS = 16_384;
/** A recording this short is handed on at every opportunity, so that a program that hangs early is seen up to there. */
const EARLY_EVENTS = 2_000;
/** How long events wait to be handed on while more are coming, in milliseconds of real time. It decides nothing that is recorded. */
const PATIENCE = 50;

/** Thrown when an event does not fit into the budget; the writer then has room for one event more, the end. */
export class EventBudgetSpent extends Error {}

/** Collects the events of a run, in order, and hands them on in chunks. */
export class EventWriter {
  readonly #budget: number;
  readonly #deliver: (chunk: EventChunk) => void;
  readonly #strings: string[] = [''];
  #sentStrings = 1;
  readonly #kind = new Uint8Array(CHUNK_ROWS);
  readonly #a = new Int32Array(CHUNK_ROWS);
  readonly #b = new Int32Array(CHUNK_ROWS);
  readonly #c = new Int32Array(CHUNK_ROWS);
  readonly #d = new Int32Array(CHUNK_ROWS);
  #rows = 0;
  #count = 0;
  #flushedAt = performance.now();

  /** @param budget how many events the recording may have, its end included. */
  constructor(budget: number, deliver: (chunk: EventChunk) => void) {
    this.#budget = budget;
    this.#deliver = deliver;
  }

  /** How many events were written. */
  get count(): number {
    return this.#count;
  }

  /** @throws EventBudgetSpent if only the end of the recording may still be written. */
  write(kind: number, a = 0, b = 0, c = 0, d = 0): void {
    if (this.#count >= this.#budget - 1 && kind !== KIND.end) throw new EventBudgetSpent();
    if (EVENT_KINDS[kind] === undefined) throw new RangeError(`there is no event of kind ${kind}`);
    const row = this.#rows;
    this.#kind[row] = kind;
    this.#a[row] = a;
    this.#b[row] = b;
    this.#c[row] = c;
    this.#d[row] = d;
    this.#rows = row + 1;
    this.#count += 1;
    if (this.#rows === CHUNK_ROWS) this.flush();
  }

  /** Adds texts under the next numbers, in order. */
  addTexts(texts: readonly string[]): void {
    for (const text of texts) this.#strings.push(text);
  }

  /** Adds one text; answers its number. */
  addText(text: string): number {
    return this.#strings.push(text) - 1;
  }

  textOf(number: number): string {
    return this.#strings[number] ?? '';
  }

  /** Hands on what has waited long enough. */
  breathe(): void {
    if (this.#count < EARLY_EVENTS || performance.now() - this.#flushedAt > PATIENCE) this.flush();
  }

  /** Hands on what has not been handed on yet. */
  flush(): void {
    if (this.#rows === 0) return;
    const rows = this.#rows;
    this.#deliver({
      kind: this.#kind.slice(0, rows),
      a: this.#a.slice(0, rows),
      b: this.#b.slice(0, rows),
      c: this.#c.slice(0, rows),
      d: this.#d.slice(0, rows),
      strings: this.#strings.slice(this.#sentStrings),
    });
    this.#sentStrings = this.#strings.length;
    this.#rows = 0;
    this.#flushedAt = performance.now();
  }
}
