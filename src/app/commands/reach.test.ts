import { describe, expect, test } from 'vitest';
import { watchReach } from './reach';

const PRESS = 'pointerdown';
const KEY = 'keydown';
const FOCUS = 'focusin';

/** Whether the pointer is what gave the focus, after some events. */
function byPointerAfter(...types: readonly string[]): boolean {
  const page = new EventTarget();
  const reach = watchReach(page);
  for (const type of types) page.dispatchEvent(new Event(type));
  return reach.byPointer();
}

describe('how one reaches what has the focus', () => {
  test('what is pressed is reached by the pointer, and stays so while keys are pressed on it', () => {
    expect(byPointerAfter(PRESS, FOCUS)).toBe(true);
    expect(byPointerAfter(PRESS, FOCUS, KEY, KEY)).toBe(true);
  });

  test('what is pressed while it has the focus already is reached by the pointer', () => {
    expect(byPointerAfter(KEY, FOCUS, PRESS)).toBe(true);
  });

  test('what a key goes to is not, though one came from what was pressed', () => {
    expect(byPointerAfter()).toBe(false);
    expect(byPointerAfter(KEY, FOCUS)).toBe(false);
    expect(byPointerAfter(PRESS, FOCUS, KEY, FOCUS)).toBe(false);
  });

  test('what gets the focus back from a menu is reached as the menu was left', () => {
    const opened = [PRESS, FOCUS, FOCUS];
    expect(byPointerAfter(...opened, PRESS, FOCUS)).toBe(true);
    expect(byPointerAfter(...opened, KEY, FOCUS)).toBe(false);
  });

  test('no more is watched than is asked for', () => {
    const page = new EventTarget();
    const reach = watchReach(page);
    reach.stop();
    page.dispatchEvent(new Event(PRESS));
    expect(reach.byPointer()).toBe(false);
  });
});
