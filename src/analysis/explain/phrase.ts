import type { Part } from './explanation';
import type { Term } from './terms';

/** Some parts of a sentence. */
export type Phrase = readonly Part[];
type Piece = Phrase | Part | string | number;

/** The longest piece of Python that an explanation shows; more is cut off. */
const LONGEST_CODE = 60;
/** How many of several things are named; the rest is counted. */
const MOST_NAMED = 3;

/** A phrase from a template: say`${task} waits for ${resource}`. */
export function say(words: TemplateStringsArray, ...pieces: readonly Piece[]): Phrase {
  const parts: Part[] = [];
  for (const [position, text] of words.entries()) {
    add(parts, { kind: 'text', text });
    const piece = pieces[position];
    if (piece === undefined) continue;
    if (typeof piece === 'string' || typeof piece === 'number') add(parts, { kind: 'text', text: String(piece) });
    else if ('kind' in piece) add(parts, piece);
    else for (const part of piece) add(parts, part);
  }
  return parts;
}

/** Sentences in a row, each with a capital letter if it begins with a word; those that are null are left out. */
export function sentences(...phrases: readonly (Phrase | null)[]): Phrase {
  const parts: Part[] = [];
  for (const phrase of phrases) {
    if (phrase === null || phrase.length === 0) continue;
    if (parts.length > 0) add(parts, { kind: 'text', text: ' ' });
    for (const part of capitalized(phrase)) add(parts, part);
  }
  return parts;
}

/** "a", "a and b", "a, b and c", "a, b, c and 4 more". */
export function listed(things: readonly (Phrase | Part)[]): Phrase {
  const named = things.length > MOST_NAMED + 1 ? things.slice(0, MOST_NAMED) : things;
  const items: Piece[] = [...named];
  if (named.length < things.length) items.push(`${things.length - named.length} more`);
  let phrase: Phrase = [];
  for (const [position, item] of items.entries()) {
    const joint = position === 0 ? '' : position === items.length - 1 ? ' and ' : ', ';
    phrase = say`${phrase}${joint}${item}`;
  }
  return phrase;
}

/** Python, on one line and cut off where it gets long. */
export function code(text: string): Part & { readonly kind: 'code' } {
  const line = text.trim().replace(/\s*\n\s*/g, ' ');
  const characters = Array.from(line);
  return { kind: 'code', text: characters.length > LONGEST_CODE ? `${characters.slice(0, LONGEST_CODE - 1).join('')}…` : line };
}

export const term = (word: Term): Part => ({ kind: 'term', term: word });

/** "1 item", "3 items". */
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** "1st", "2nd", "13th". */
export function ordinal(number: number): string {
  const teens = number % 100 > 10 && number % 100 < 14;
  return `${number}${(teens ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

/** Adds a part, joined to the one before if both are plain text. */
function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (part.kind === 'text' && part.text === '') return;
  if (part.kind === 'text' && last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
  else parts.push(part);
}

function capitalized(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  if (first?.kind !== 'text') return phrase;
  return [{ kind: 'text', text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
