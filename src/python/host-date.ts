import type { Clock } from '../engine/clock';
import { CALENDAR_START } from './system-calls';

const realNow = Date.now;
let working = 0;

/**
 * Emscripten stamps its files with `Date.now()`, past the interpreter's own clock calls. While Python works, that has to tell the
 * virtual time too, or file times would differ from run to run.
 * @returns how to give `Date.now` back; it comes back when the last that took it has done so
 */
export function takeDate(clock: Clock): () => void {
  working += 1;
  Date.now = () => CALENDAR_START + clock.now / 1e6;
  return () => {
    working -= 1;
    if (working === 0) Date.now = realNow;
  };
}
