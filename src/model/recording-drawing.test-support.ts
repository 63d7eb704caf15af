import { EventWriter } from './event-writer.test-support';
import { FIELDS_BY_KIND } from './fields';
import { type Recording, RecordingBuilder } from './recording';
import { type Conditions, DEFAULT_CONDITIONS, type Program } from './scenario';
import { asNanoseconds, halvesOfNanoseconds } from './units';
import { EVENT_KINDS, type EventKind, KIND } from './vocabulary';

const NO_PROGRAM: Program = { files: [{ path: 'main.py', text: '' }] };

/**
 * A recording from a small drawing in text: one line an event, its kind and then its fields in the order of EVENT_FIELDS.
 *
 *     task 1 main                       # fields left off at the end are 0: no coroutine, no site
 *     handle 1 1 firstStep              # words of the vocabulary as they are
 *     loopStart 1
 *     turn 1 1
 *     run 1                             # a run's task, if left off, is the one its handle steps
 *     output 1 'hello, world↵'          # texts with spaces in single quotes, ↵ for a new line
 *     timer 2 0.3s                      # a time is one word for its two fields: in s, ms or ns, or "never"
 *     suspend 1 sleep 2 main.py:7
 *     ran 1
 *
 * Empty lines and what follows a # are left out. The events are checked as those of any recording are: throws a
 * RecordingError, or an Error that names the line that cannot be read.
 */
export function draw(drawing: string, program: Program = NO_PROGRAM, conditions: Conditions = DEFAULT_CONDITIONS): Recording {
  const writer = new EventWriter();
  const steppedTasks = new Map<number, number>();
  for (const line of drawing.split('\n')) {
    const [kind, ...words] = wordsOf(line);
    if (kind === undefined) continue;
    if (!isKind(kind)) throw new Error(`"${line.trim()}": "${kind}" is no kind of event`);
    const fields = fieldsFrom(kind, words, line);
    const [handle = 0, task = 0] = fields.map(Number);
    if (kind === 'handle') steppedTasks.set(handle, task);
    if (kind === 'run' && fields.length === 1) fields.push(steppedTasks.get(handle) ?? 0);
    writer.write(kind, ...fields);
  }
  const builder = new RecordingBuilder(program, conditions);
  builder.append(writer.take());
  return builder.recording();
}

const isKind = (word: string): word is EventKind => EVENT_KINDS.some((kind) => kind === word);

/** The words of a line; a quoted text is one word. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const [, quoted, comment, bare] of line.matchAll(/'([^']*)'|(#.*)|(\S+)/g)) {
    if (quoted !== undefined) words.push(quoted.replaceAll('↵', '\n'));
    else if (comment === undefined && bare !== undefined) words.push(bare);
  }
  return words;
}

function fieldsFrom(kind: EventKind, words: readonly string[], line: string): (number | string)[] {
  const fields = FIELDS_BY_KIND[KIND[kind]] ?? [];
  const values: (number | string)[] = [];
  for (const word of words) {
    const field = fields[values.length];
    if (field === undefined) throw new Error(`"${line.trim()}": ${kind} has only ${fields.length} fields`);
    switch (field.meaning.is) {
      case 'text':
      case 'word':
        values.push(word);
        break;
      case 'timeHigh':
        values.push(...timeFrom(word, line));
        break;
      default:
        if (!/^-?\d+$/.test(word)) throw new Error(`"${line.trim()}": ${field.name} must be an integer, not "${word}"`);
        values.push(Number(word));
    }
  }
  return values;
}

const NANOSECONDS_IN = { s: 1e9, ms: 1e6, ns: 1 } as const;

function timeFrom(word: string, line: string): readonly [number, number] {
  if (word === 'never') return [-1, 0];
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(s|ms|ns)$/.exec(word) ?? [];
  if (amount === undefined || (unit !== 's' && unit !== 'ms' && unit !== 'ns')) throw new Error(`"${line.trim()}": "${word}" is no time`);
  return halvesOfNanoseconds(asNanoseconds(Math.round(Number(amount) * NANOSECONDS_IN[unit])));
}
