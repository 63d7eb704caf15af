import { EVENT_FIELDS, EVENT_KINDS, type EventKind, type WaitReason, WORDS } from './vocabulary';

/** What has ids that count from 1 in order of creation. */
export type Entity = 'loop' | 'turn' | 'handle' | 'task' | 'future' | 'scope' | 'resource' | 'item' | 'frame' | 'io' | 'thread' | 'work';

/** What the integer in one field of an event stands for. */
export type FieldMeaning =
  /** An id in the string table. */
  | { readonly is: 'text' }
  /** The position of a word in a list of the vocabulary's WORDS. */
  | { readonly is: 'word'; readonly words: readonly string[] }
  /** The event creates this entity: the id is the next one. */
  | { readonly is: 'new'; readonly entity: Entity }
  /** The event is about this entity, which exists. */
  | { readonly is: 'known'; readonly entity: Entity }
  /** As `known`, or the next new one. */
  | { readonly is: 'newOrKnown'; readonly entity: Entity }
  /** As `known`, or 0 for none. */
  | { readonly is: 'knownOrNone'; readonly entity: Entity }
  /** The high half of a time; `lo` follows. `orNever`: -1 stands for no time at all. */
  | { readonly is: 'timeHigh'; readonly orNever: boolean }
  | { readonly is: 'timeLow' }
  | { readonly is: 'integer'; readonly min: number; readonly max: number };

const MAX = 2 ** 31 - 1;
const text: FieldMeaning = { is: 'text' };
const word = (words: readonly string[]): FieldMeaning => ({ is: 'word', words });
const fresh = (entity: Entity): FieldMeaning => ({ is: 'new', entity });
const known = (entity: Entity): FieldMeaning => ({ is: 'known', entity });
const newOrKnown = (entity: Entity): FieldMeaning => ({ is: 'newOrKnown', entity });
const knownOrNone = (entity: Entity): FieldMeaning => ({ is: 'knownOrNone', entity });
const from = (min: number, max = MAX): FieldMeaning => ({ is: 'integer', min, max });
const anyInteger = from(-MAX - 1);
const timeHigh: FieldMeaning = { is: 'timeHigh', orNever: false };
const timeLow: FieldMeaning = { is: 'timeLow' };

/** One meaning for each name, which makes this table as long as the vocabulary's. */
type Meanings<Names extends readonly string[]> = { readonly [I in keyof Names]: FieldMeaning };

/** Each field's meaning, in the order of EVENT_FIELDS. */
const FIELD_MEANINGS: { readonly [K in EventKind]: Meanings<(typeof EVENT_FIELDS)[K]> } = {
  loopStart: [from(1)],
  loopStop: [known('loop')],
  turn: [fresh('turn'), from(0)],
  clock: [timeHigh, timeLow, word(WORDS.clockCause)],
  handle: [fresh('handle'), knownOrNone('task'), word(WORDS.handleCause), text],
  timer: [fresh('handle'), timeHigh, timeLow, text],
  due: [known('handle')],
  handleCancelled: [known('handle')],
  run: [known('handle'), knownOrNone('task')],
  ran: [known('handle')],
  dropped: [known('handle')],
  task: [fresh('task'), text, text, text],
  taskName: [known('task'), text],
  suspend: [known('task'), word(WORDS.waitReason), from(0), text],
  taskDone: [known('task'), word(WORDS.outcome), text],
  cancelRequested: [known('task'), text, text],
  future: [fresh('future'), text, text],
  futureDone: [known('future'), word(WORDS.outcome), text],
  scope: [fresh('scope'), word(WORDS.scopeKind), knownOrNone('task'), text],
  scopeTask: [known('scope'), known('task')],
  scopeDeadline: [known('scope'), { is: 'timeHigh', orNever: true }, timeLow],
  scopeEnd: [known('scope'), word(WORDS.outcome)],
  resource: [fresh('resource'), word(WORDS.resourceKind), text, text],
  level: [known('resource'), anyInteger, anyInteger, anyInteger],
  resourceLock: [known('resource'), known('resource')],
  acquired: [known('resource'), knownOrNone('task')],
  released: [known('resource'), knownOrNone('task')],
  itemPut: [known('resource'), fresh('item'), text, from(-1)],
  itemGot: [known('resource'), known('item')],
  notified: [known('resource'), from(-1)],
  output: [from(1, 2), text],
  frame: [newOrKnown('frame'), knownOrNone('frame'), text, text],
  line: [known('frame'), from(1)],
  local: [known('frame'), text, text],
  raised: [known('frame'), text],
  returned: [known('frame'), word(WORDS.outcome)],
  thread: [fresh('thread'), text, text, text],
  threadRun: [known('thread')],
  threadWait: [known('thread'), text, { is: 'timeHigh', orNever: true }, timeLow],
  threadDone: [known('thread')],
  work: [fresh('work'), text, text],
  workBegun: [known('work'), knownOrNone('thread')],
  workDone: [known('work'), word(WORDS.outcome), text],
  end: [word(WORDS.programOutcome), anyInteger, text],
  io: [fresh('io'), { is: 'timeHigh', orNever: true }, timeLow, text],
  ioDone: [known('io'), word(WORDS.outcome), text],
  misuse: [word(WORDS.misuse), knownOrNone('task'), text, text],
  signal: [from(1)],
  input: [text],
  contextVariable: [known('task'), text, text],
  address: [known('resource'), text],
  resourceIo: [known('resource'), known('io')],
  closed: [known('resource')],
};

/** One field of a kind of event: its name and what its integer stands for. */
export interface Field {
  readonly name: string;
  readonly meaning: FieldMeaning;
}

function fieldsOf(kind: EventKind): readonly Field[] {
  const meanings: readonly FieldMeaning[] = FIELD_MEANINGS[kind];
  return EVENT_FIELDS[kind].map((name, position) => {
    const meaning = meanings[position];
    if (meaning === undefined) throw new Error(`${kind}.${name} has no meaning`);
    return { name, meaning };
  });
}

/** The fields of each kind, by the kind's number. */
export const FIELDS_BY_KIND: readonly (readonly Field[])[] = EVENT_KINDS.map(fieldsOf);

const WAIT_TARGETS: { readonly [R in WaitReason]: Entity | null } = {
  yielded: null,
  sleep: 'handle',
  acquire: 'resource',
  get: 'resource',
  put: 'resource',
  join: 'resource',
  wait: 'resource',
  task: 'task',
  future: 'future',
  gather: 'scope',
  taskGroup: 'scope',
  shield: 'scope',
  waitMany: 'scope',
  asCompleted: 'scope',
  io: 'io',
  work: 'work',
};
const WAIT_TARGETS_BY_NUMBER: readonly (Entity | null)[] = WORDS.waitReason.map((reason) => WAIT_TARGETS[reason]);

/** What the `target` of a `suspend` event is, by the number of its reason; null: nothing, 0. */
export const targetOfWait = (reason: number): Entity | null => WAIT_TARGETS_BY_NUMBER[reason] ?? null;
