/** After a keystroke, a wheel turn or a press of the pointer, the editor stays where the user put it for this long. */
export const HANDS_OFF_MS = 1500;

/** A range of lines, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Whether a line is among the visible ones. */
export const isInSight = (line: number, visible: readonly LineRange[]): boolean =>
  visible.some(({ from, to }) => line >= from && line <= to);

/** At a fast play the running line is now here, now there: the text rests this long before it scrolls again: one takes as long to find the place where one was. */
export const REST_MS = 2000;

/** What decides when the text may scroll. Times in ms of one clock. */
export interface Following {
  /** Whether it plays too fast for single steps to be seen. */
  readonly rushing: boolean;
  readonly lastScrolled: number;
  /** When the user last had the editor in hand. */
  readonly lastTouched: number;
}

/** How long to wait before the text may scroll. */
export function waitBeforeFollowing({ rushing, lastScrolled, lastTouched }: Following, now: number): number {
  const rest = rushing ? lastScrolled + REST_MS - now : 0;
  return Math.max(0, rest, lastTouched + HANDS_OFF_MS - now);
}

/** Keys that mean something to the whole page wherever they are pressed: with them one doesn't have the text in hand. */
export const isPageKey = (key: string): boolean => /^F\d+$/.test(key);
