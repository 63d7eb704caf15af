/**
 * Where a key was pressed: in a text, on a control that uses keys itself (a button takes Space, a slider or a radio
 * group the arrows, a menu all), or elsewhere. A button that has the focus only because it was pressed with the pointer is done with, and takes
 * no key.
 */
export type KeyPlace = 'text' | 'button' | 'pressed' | 'arrows' | 'menu' | 'elsewhere';

const PLACES: readonly (readonly [KeyPlace, string])[] = [
  ['menu', '[role="menu"], [role="dialog"], [role="alertdialog"]'],
  ['arrows', '[role="slider"], [role="radio"], [role="tab"], [role="separator"], [role="application"]'],
  ['text', 'input, textarea, select, [contenteditable="true"], [role="textbox"]'],
  ['button', 'button, a[href], summary'],
];

/** What kind of place an element is. `byPointer`: whether the pointer gave it the focus. */
export function keyPlaceOf(target: EventTarget | null, byPointer: boolean): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  const place = PLACES.find(([, selector]) => target.closest(selector) !== null)?.[0] ?? 'elsewhere';
  return place === 'button' && byPointer ? 'pressed' : place;
}
