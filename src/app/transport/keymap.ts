/** What a key does on the page as a whole. */
export type KeyCommand = 'run' | 'stepBack' | 'stepForward' | 'firstStep' | 'lastStep' | 'playOrPause';

/** The parts of a keyboard event that decide. */
export interface Chord {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where the key was pressed: in a text, on a control that uses keys itself (a button takes Space, a slider or a radio
 * group the arrows, a menu all), or elsewhere.
 */
export type KeyPlace = 'text' | 'button' | 'arrows' | 'menu' | 'elsewhere';

const TRAVEL: Readonly<Record<string, KeyCommand>> = {
  ArrowLeft: 'stepBack',
  ArrowRight: 'stepForward',
  Home: 'firstStep',
  End: 'lastStep',
  ' ': 'playOrPause',
};

/** The command of a key pressed at a place, if it has one there. */
export function keyCommand(chord: Chord, place: KeyPlace): KeyCommand | null {
  if (chord.key === 'Enter' && (chord.ctrlKey || chord.metaKey) && !chord.altKey && !chord.shiftKey) return 'run';
  if (chord.ctrlKey || chord.metaKey || chord.altKey || chord.shiftKey) return null;
  if (place === 'text' || place === 'menu') return null;
  if (place === 'arrows' && chord.key !== ' ') return null;
  if (place === 'button' && chord.key === ' ') return null;
  return TRAVEL[chord.key] ?? null;
}

const PLACES: readonly (readonly [KeyPlace, string])[] = [
  ['menu', '[role="menu"], [role="dialog"], [role="alertdialog"]'],
  ['arrows', '[role="slider"], [role="radio"], [role="tab"], [role="separator"], [role="application"], select'],
  ['text', 'input, textarea, [contenteditable="true"], [role="textbox"]'],
  ['button', 'button, a[href], summary'],
];

/** What kind of place an element is. */
export function keyPlaceOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  return PLACES.find(([, selector]) => target.closest(selector) !== null)?.[0] ?? 'elsewhere';
}
