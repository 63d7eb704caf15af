export interface Reach {
  /** Whether the pointer gave the focus to what has it, or has pressed something since. */
  readonly byPointer: () => boolean;
  readonly stop: () => void;
}

/**
 * Watches how one reaches what has the focus. A button that was pressed keeps the focus without being meant any more; so does one that gets it
 * back from its menu, in which something was pressed.
 */
export function watchReach(page: EventTarget): Reach {
  let pointing = false;
  let byPointer = false;
  const onPress = (): void => {
    pointing = true;
    byPointer = true;
  };
  const onKey = (): void => {
    pointing = false;
  };
  const onFocus = (): void => {
    byPointer = pointing;
  };
  const watched = [
    ['pointerdown', onPress],
    ['keydown', onKey],
    ['focusin', onFocus],
  ] as const;
  // Before anybody else, who may keep an event to himself.
  for (const [type, listener] of watched) page.addEventListener(type, listener, { capture: true });
  return {
    byPointer: () => byPointer,
    stop: () => {
      for (const [type, listener] of watched) page.removeEventListener(type, listener, { capture: true });
    },
  };
}
