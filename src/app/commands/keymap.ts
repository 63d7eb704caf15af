import { COMMAND_IDS, type CommandId, commandOf } from './commands';
import type { KeyPlace } from './keyPlace';

/** The parts of a keyboard event that decide. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * A press as one word: "Ctrl+Enter" (⌘ counts as Ctrl), "Shift+E", "F9", "Space", "?". Shift is left out where it is what
 * makes the sign, so that a key is the same on every layout.
 */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase() && key !== ' ';
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && !isSign ? 'Shift+' : ''}${name}`;
}

const BY_CHORD: ReadonlyMap<string, CommandId> = new Map(COMMAND_IDS.flatMap((id) => commandOf(id).keys.map((chord) => [chord, id])));

/** What sliders, radio groups, tabs and the timeline use themselves. */
const MOVES = /^(Shift\+)?(Arrow\w+|Home|End|Page\w+)$/;
/** A letter, digit or sign without Ctrl: what software that types for its user may send by mistake. */
const PLAIN = /^(Shift\+)?.$/u;

/** The command of a key pressed at a place, if it has one there. `plainKeys`: whether letters and signs are keys at all. */
export function keyCommand(press: KeyPress, place: KeyPlace, plainKeys = true): CommandId | null {
  const chord = chordOf(press);
  const command = BY_CHORD.get(chord);
  if (command === undefined || place === 'menu') return null;
  if (place === 'text' && commandOf(command).whileTyping !== true) return null;
  if (place === 'arrows' && MOVES.test(chord)) return null;
  if (place === 'button' && chord === 'Space') return null;
  if (!plainKeys && PLAIN.test(chord)) return null;
  return command;
}

const CAPTIONS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Shift: '⇧',
};

/** A chord as it is printed: "Ctrl ↵", "⇧ E". */
export const keyCaption = (chord: string): string =>
  chord
    .split('+')
    .map((part) => CAPTIONS[part] ?? part)
    .join(' ');

/** A chord as ARIA writes it: "Control+Enter". */
const ariaKeys = (chord: string): string => chord.replace('Ctrl', 'Control');

/** The first key of a command, for a tooltip and for a screen reader. */
export function keysOf(id: CommandId): { readonly shortcut: string; readonly 'aria-keyshortcuts': string } {
  const [chord = ''] = commandOf(id).keys;
  return { shortcut: keyCaption(chord), 'aria-keyshortcuts': ariaKeys(chord) };
}
