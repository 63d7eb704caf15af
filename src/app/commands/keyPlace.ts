/**
 * Where a key was pressed: in a text, on a control that uses keys itself (a button takes Space, a slider or a radio
 * group the arrows, a menu all), or elsewhere.
 */
export type KeyPlace = 'text' | 'button' | 'arrows' | 'menu' | 'elsewhere';

const PLACES: readonly (readonly [KeyPlace, string])[] = [
  ['menu', '[role="menu"], [role="dialog"], [role="alertdialog"]'],
  ['arrows', '[role="slider"], [role="radio"], [role="tab"], [role="separator"], [role="application"]'],
  ['text', 'input, textarea, select, [contenteditable="true"], [role="textbox"]'],
  ['button', 'button, a[href], summary'],
];

/** What kind of place an element is. */
export function keyPlaceOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  return PLACES.find(([, selector]) => target.closest(selector) !== null)?.[0] ?? 'elsewhere';
}
