/** After a keystroke, a wheel turn or a press of the pointer, the editor stays where the user put it for this long. */
export const HANDS_OFF_MS = 1500;

/** A range of lines, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Whether to bring `line` into view: it is out of sight, and the user is not busy in the editor. Times in ms of one clock. */
export function shouldReveal(line: number, visible: readonly LineRange[], lastTouched: number, now: number): boolean {
  const inSight = visible.some(({ from, to }) => line >= from && line <= to);
  return !inSight && now - lastTouched >= HANDS_OFF_MS;
}

/** At a fast play the running line is now here, now there: the text rests this long before it scrolls again: one takes as long to find the place where one was. */
export const REST_MS = 2000;

/** How long to wait before the text may scroll again; not at all where one can see each step. Times in ms of one clock. */
export const restBeforeFollowing = (rushing: boolean, lastScrolled: number, now: number): number =>
  rushing ? Math.max(0, lastScrolled + REST_MS - now) : 0;
