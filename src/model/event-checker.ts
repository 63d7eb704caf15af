import { type Entity, FIELDS_BY_KIND, type FieldMeaning, targetOfWait } from './fields';
import { Int32List } from './int32-list';
import { nanosecondsFromHalves } from './units';
import { EVENT_KINDS, KIND, WORDS } from './vocabulary';

/** The high half of the largest time: 2^53 - 1 nanoseconds. */
const MAX_TIME_HIGH = 2 ** 22 - 1;

/** Where a handle is; the numbers are kept one per handle. */
const TIMER = 0;
const QUEUED = 1;
const GONE = 2;

/**
 * Checks events one after the other, in their order: that each field is in its range, that what an event names exists,
 * and that the order makes sense (a handle runs once and only when queued, the clock never goes back, nothing follows the end).
 */
export class EventChecker {
  private readonly counts: Record<Entity, number> = {
    loop: 0,
    turn: 0,
    handle: 0,
    task: 0,
    future: 0,
    scope: 0,
    resource: 0,
    item: 0,
    frame: 0,
    io: 0,
    thread: 0,
    work: 0,
  };
  private readonly handlePhases = new Int32List();
  private readonly handleIsTimer = new Int32List();
  private readonly worksOver = new Int32List();
  private readonly frameParents = new Int32List();
  private clock = 0;
  /** The handle that runs, and the task it steps. */
  private running = 0;
  private runningTask = 0;
  /** The handle and its task in the middle of which a thread runs, and that thread. */
  private interrupted = 0;
  private interruptedTask = 0;
  private thread = 0;
  private ended = false;

  /** What is wrong with the next event, or null; an event that is right is taken note of. `strings`: the size of the string table. */
  complaint(kind: number, a: number, b: number, c: number, d: number, strings: number): string | null {
    if (this.ended) return 'follows the end';
    const fields = FIELDS_BY_KIND[kind];
    if (fields === undefined) return `${kind} is no kind of event`;
    for (let position = 0; position < 4; position++) {
      const value = position === 0 ? a : position === 1 ? b : position === 2 ? c : d;
      const field = fields[position];
      if (field === undefined) {
        if (value !== 0) return `field ${position + 1} is ${value}, but a ${EVENT_KINDS[kind]} has ${fields.length} fields`;
        continue;
      }
      const wrong = this.fieldComplaint(field.meaning, value, strings);
      if (wrong !== null) return `${field.name} is ${value}, ${wrong}`;
    }
    const wrong = this.orderComplaint(kind, a, b, c);
    if (wrong !== null) return wrong;
    this.note(kind, a, b);
    return null;
  }

  private fieldComplaint(meaning: FieldMeaning, value: number, strings: number): string | null {
    switch (meaning.is) {
      case 'text':
        return value >= 0 && value < strings ? null : `but there are only ${strings} strings`;
      case 'word':
        return value >= 0 && value < meaning.words.length ? null : `not the number of one of: ${meaning.words.join(', ')}`;
      case 'new':
        return value === this.counts[meaning.entity] + 1
          ? null
          : `but the next new ${meaning.entity} is ${this.counts[meaning.entity] + 1}`;
      case 'newOrKnown':
        return value >= 1 && value <= this.counts[meaning.entity] + 1
          ? null
          : `but the next new ${meaning.entity} is ${this.counts[meaning.entity] + 1}`;
      case 'known':
        return value >= 1 && value <= this.counts[meaning.entity] ? null : `but there is no such ${meaning.entity}`;
      case 'knownOrNone':
        return value >= 0 && value <= this.counts[meaning.entity] ? null : `but there is no such ${meaning.entity}`;
      case 'timeHigh':
        return (value >= 0 && value <= MAX_TIME_HIGH) || (meaning.orNever && value === -1) ? null : 'not the high half of a time';
      case 'timeLow':
        return value >= 0 ? null : 'not the low half of a time';
      case 'integer':
        return value >= meaning.min && value <= meaning.max ? null : `not from ${meaning.min} to ${meaning.max}`;
    }
  }

  private orderComplaint(kind: number, a: number, b: number, c: number): string | null {
    switch (kind) {
      case KIND.clock: {
        const time = nanosecondsFromHalves(a, b);
        return time >= this.clock ? null : `sets the clock back from ${this.clock} ns to ${time} ns`;
      }
      case KIND.due:
        return this.handlePhases.at(a - 1) === TIMER ? null : `handle ${a} is not a timer that can become due`;
      case KIND.run:
        if (this.running !== 0) return `handle ${a} runs while handle ${this.running} has not returned`;
        // As CPython's coroutines: "coroutine already executing".
        if (b !== 0 && b === this.interruptedTask) return `task ${b} runs in the middle of itself`;
        return this.handlePhases.at(a - 1) === QUEUED ? null : `handle ${a} runs, but is not in the ready queue`;
      case KIND.ran:
        return this.running === a ? null : `handle ${a} returns, but is not the one that runs`;
      case KIND.dropped:
        return this.handlePhases.at(a - 1) === GONE ? `handle ${a} is dropped, but was gone before` : null;
      case KIND.threadRun:
        return this.thread === 0 ? null : `thread ${a} runs while thread ${this.thread} does`;
      case KIND.threadWait:
      case KIND.threadDone:
        return this.thread === a ? null : `thread ${a} stops, but is not the one that runs`;
      case KIND.workBegun:
      case KIND.workDone:
        return this.worksOver.at(a - 1) === 0 ? null : `call ${a} is over already`;
      case KIND.suspend:
        return this.targetComplaint(b, c);
      case KIND.frame:
        return this.parentComplaint(a, b);
      default:
        return null;
    }
  }

  private targetComplaint(reason: number, target: number): string | null {
    const entity = targetOfWait(reason);
    if (entity === null) return target === 0 ? null : `target is ${target}, but ${WORDS.waitReason[reason]} has none`;
    if (entity === 'io' && target === 0) return null;
    if (target < 1 || target > this.counts[entity]) return `target is ${target}, but there is no such ${entity}`;
    if (entity === 'handle' && this.handleIsTimer.at(target - 1) === 0) return `target is ${target}, but that handle is not a timer`;
    return null;
  }

  /** A frame's callers must never lead back to it, or its stack would have no end. A new frame has called nothing yet. */
  private parentComplaint(frame: number, parent: number): string | null {
    if (frame === parent) return `frame ${frame} is its own caller`;
    if (frame > this.counts.frame) return null;
    for (let caller = parent; caller !== 0; caller = this.frameParents.at(caller - 1)) {
      if (caller === frame) return `frame ${frame} is resumed by frame ${parent}, which it has itself called`;
    }
    return null;
  }

  private note(kind: number, a: number, b: number): void {
    switch (kind) {
      case KIND.loopStart:
        this.counts.loop = Math.max(this.counts.loop, a);
        break;
      case KIND.loopStop:
        this.running = 0;
        this.runningTask = 0;
        break;
      case KIND.turn:
        this.counts.turn = a;
        break;
      case KIND.clock:
        this.clock = nanosecondsFromHalves(a, b);
        break;
      case KIND.handle:
      case KIND.timer:
        this.counts.handle = a;
        this.handlePhases.push(kind === KIND.timer ? TIMER : QUEUED);
        this.handleIsTimer.push(kind === KIND.timer ? 1 : 0);
        break;
      case KIND.due:
        this.handlePhases.set(a - 1, QUEUED);
        break;
      case KIND.run:
        this.running = a;
        this.runningTask = b;
        this.handlePhases.set(a - 1, GONE);
        break;
      case KIND.ran:
        this.running = 0;
        this.runningTask = 0;
        break;
      case KIND.dropped:
        this.handlePhases.set(a - 1, GONE);
        break;
      case KIND.task:
        this.counts.task = a;
        break;
      case KIND.future:
        this.counts.future = a;
        break;
      case KIND.scope:
        this.counts.scope = a;
        break;
      case KIND.resource:
        this.counts.resource = a;
        break;
      case KIND.itemPut:
        this.counts.item = b;
        break;
      case KIND.frame:
        if (a > this.counts.frame) {
          this.counts.frame = a;
          this.frameParents.push(b);
        } else {
          this.frameParents.set(a - 1, b);
        }
        break;
      case KIND.io:
        this.counts.io = a;
        break;
      case KIND.thread:
        this.counts.thread = a;
        break;
      case KIND.threadRun:
        this.interrupted = this.running;
        this.interruptedTask = this.runningTask;
        this.running = 0;
        this.runningTask = 0;
        this.thread = a;
        break;
      case KIND.threadWait:
      case KIND.threadDone:
        this.running = this.interrupted;
        this.runningTask = this.interruptedTask;
        this.interrupted = 0;
        this.interruptedTask = 0;
        this.thread = 0;
        break;
      case KIND.workDone:
        this.worksOver.set(a - 1, 1);
        break;
      case KIND.work:
        this.counts.work = a;
        this.worksOver.push(0);
        break;
      case KIND.end:
        this.ended = true;
        break;
    }
  }
}
