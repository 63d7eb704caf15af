import { asStep } from '../../../model/units';
import { KIND } from '../../../model/vocabulary';
import type { Evidence } from '../evidence';
import type { Finding } from '../problem';
import type { Rule } from '../rule';
import { type Access, accessesIn, type SharedPlace } from '../shared-places';
import { Owners } from './owners';

/** A write to a shared place, as it happened. */
interface Write {
  readonly task: number;
  readonly line: number;
  readonly event: number;
}

/** What a frame last did with a shared place. */
interface Read {
  readonly line: number;
  readonly event: number;
}

/** A statement under way that awaits before it writes. */
interface Pending {
  readonly access: Access;
  readonly line: number;
  readonly event: number;
}

/**
 * A shared value was read before an await and written after it, and another task wrote it in between. Told only where the new value follows
 * from the old one in the program's text, and where it is sure that both tasks mean the same object.
 */
export const lostUpdate: Rule = {
  name: 'lost-update',
  *find(evidence) {
    const accesses = new Map<string, Access>();
    for (const source of evidence.allSources())
      for (const access of accessesIn(source)) accesses.set(`${source.file}:${access.line}`, access);
    if (![...accesses.values()].some(({ depends }) => depends.length > 0)) return;
    const search = new Search(evidence);
    const files = new Map<number, ReadonlyMap<number, Access>>();
    for (const { event, frame, line } of evidence.progress()) {
      const file = evidence.recording.fieldAt(evidence.index.frames.callOf(frame), 3);
      let byLine = files.get(file);
      if (byLine === undefined) {
        const prefix = `${evidence.recording.string(file)}:`;
        const own = [...accesses].filter(([key]) => key.startsWith(prefix)).map(([, access]) => [access.line, access] as const);
        byLine = new Map(own);
        files.set(file, byLine);
      }
      yield* search.leaveLine(event, frame);
      const access = byLine.get(line);
      if (access !== undefined) yield* search.enterLine(event, frame, access);
      if (line === 0) search.leaveFrame(frame);
    }
  },
};

class Search {
  private readonly evidence: Evidence;
  private readonly owners: Owners;
  private readonly reads = new Map<number, Map<string, Read>>();
  private readonly writes = new Map<string, Write[]>();
  private readonly pending = new Map<number, Pending>();
  private readonly told = new Set<string>();

  constructor(evidence: Evidence) {
    this.evidence = evidence;
    this.owners = new Owners(evidence);
  }

  /** A frame goes on to another line: what it awaited is there, and written. */
  *leaveLine(event: number, frame: number): Generator<Finding> {
    const pending = this.pending.get(frame);
    if (pending === undefined) return;
    this.pending.delete(frame);
    // An exception may have left the statement before it wrote.
    if (this.evidence.recording.kindAt(event - 1) === KIND.raised) return;
    for (const place of pending.access.writes) yield* this.write(event, frame, place, pending.access, pending);
  }

  *enterLine(event: number, frame: number, access: Access): Generator<Finding> {
    if (access.awaits && access.writes.length > 0) this.pending.set(frame, { access, line: access.line, event });
    else for (const place of access.writes) yield* this.write(event, frame, place, access, null);
    for (const place of access.reads) {
      const key = this.owners.keyOf(frame, place, event);
      if (key === null) continue;
      const own = this.reads.get(frame) ?? new Map<string, Read>();
      own.set(key, { line: access.line, event });
      this.reads.set(frame, own);
    }
  }

  leaveFrame(frame: number): void {
    this.reads.delete(frame);
  }

  private *write(event: number, frame: number, place: SharedPlace, access: Access, pending: Pending | null): Generator<Finding> {
    const key = this.owners.keyOf(frame, place, event);
    const task = this.evidence.taskAt(event);
    if (key === null || task === 0) return;
    const written = this.writes.get(key) ?? [];
    this.writes.set(key, written);
    const read = this.reads.get(frame)?.get(key);
    if (access.depends.includes(place) && read !== undefined && (pending === null || read.event >= pending.event)) {
      const between = written.find((other) => other.event > read.event && other.task !== task);
      const id = `${key} ${access.line}`;
      if (between !== undefined && !this.told.has(id)) {
        this.told.add(id);
        yield this.describe(event, frame, place, access, read, between, task);
      }
    }
    written.push({ task, line: access.line, event });
    // Whoever read before this write may still write; what nobody can have missed is forgotten.
    if (written.length > 1_000) written.splice(0, 500);
  }

  private describe(event: number, frame: number, place: SharedPlace, access: Access, read: Read, between: Write, task: number): Finding {
    const { evidence } = this;
    const how =
      read.line === access.line
        ? `read ${place.text}, awaited, and then wrote it`
        : `read ${place.text} on line ${read.line}, awaited, and wrote it here`;
    return {
      place: evidence.placeAt(evidence.fileOf(frame), access.line),
      task: evidence.taskOrNull(task),
      step: asStep(event + (read.line === access.line ? 0 : 1)),
      message: `${evidence.label(task)} ${how}, but in between ${evidence.label(between.task)} wrote it on line ${between.line}: that update is lost. Hold an asyncio.Lock from the read to the write, or read it again after the await.`,
      fix: null,
    };
  }
}
