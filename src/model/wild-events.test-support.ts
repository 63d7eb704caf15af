import type { Dice } from './dice.test-support';
import { EventChecker } from './event-checker';
import type { EventWriter } from './event-writer.test-support';
import { type Entity, FIELDS_BY_KIND, type FieldMeaning } from './fields';
import { EVENT_KINDS, type EventKind } from './vocabulary';

const TEXTS = ['', 'main.py:3', 'main.py:17', 'pkg/util.py:8', 'Task-1', 'fetch', 'Crawler.fetch', 'fetch-1', 'x', "{'a': 1}"];

/**
 * Any events that a recording may hold, plausible or not: each is thrown together by the dice and kept if nothing is wrong
 * with it. For properties that must hold for whatever is accepted. `tries` is how often the dice are thrown.
 */
export function writeWildEvents(writer: EventWriter, dice: Dice, tries: number): void {
  const checker = new EventChecker();
  const counts: Record<Entity, number> = {
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
  for (const text of TEXTS) writer.intern(text);
  for (let attempt = 0; attempt < tries; attempt++) {
    const kind = dice(EVENT_KINDS.length);
    const name = EVENT_KINDS[kind];
    if (name === undefined || (name === 'end' && attempt < tries - 1)) continue;
    const fields = (FIELDS_BY_KIND[kind] ?? []).map(({ meaning }) => wildValue(meaning, counts, dice));
    const [a = 0, b = 0, c = 0, d = 0] = fields;
    if (checker.complaint(kind, a, b, c, d, TEXTS.length) !== null) continue;
    writer.write(name, ...fields);
    count(name, fields, counts);
  }
}

function wildValue(meaning: FieldMeaning, counts: Record<Entity, number>, dice: Dice): number {
  switch (meaning.is) {
    case 'text':
      return dice(TEXTS.length);
    case 'word':
      return dice(meaning.words.length);
    case 'new':
      return counts[meaning.entity] + 1;
    case 'newOrKnown':
      return 1 + dice(counts[meaning.entity] + 1);
    case 'known':
      return oneOf(counts[meaning.entity], dice);
    case 'knownOrNone':
      return dice(4) === 0 ? 0 : oneOf(counts[meaning.entity], dice);
    case 'timeHigh':
      return dice(20) === 0 ? 1 : meaning.orNever && dice(3) === 0 ? -1 : 0;
    case 'timeLow':
      return dice(1000) * counts.turn;
    case 'integer':
      return meaning.min < -1 ? dice(5) : meaning.min + dice(5);
  }
}

/** One of the ids from 1 to `count`, often a late one, so that events meet each other; 0 where there is none. */
function oneOf(count: number, dice: Dice): number {
  return dice(3) === 0 ? 1 + dice(count) : Math.max(0, count - dice(Math.min(count, 3)));
}

function count(name: EventKind, fields: readonly number[], counts: Record<Entity, number>): void {
  for (const [position, { meaning }] of (FIELDS_BY_KIND[EVENT_KINDS.indexOf(name)] ?? []).entries()) {
    if (meaning.is !== 'new' && meaning.is !== 'newOrKnown') continue;
    counts[meaning.entity] = Math.max(counts[meaning.entity], fields[position] ?? 0);
  }
}
