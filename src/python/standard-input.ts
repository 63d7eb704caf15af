import type { Input } from '../model/scenario';

/** Gives the next line of standard input, its end included; empty at the end of it, null when there is somebody who has still to answer. */
export type NextLine = () => string | null;

/**
 * The standard input of a run: what the conditions give, and then, unless it ends there, what somebody is asked for.
 * @param ask gives a line, its end included, or undefined at the end; undefined: there is nobody to be asked while a program runs
 */
export function standardInput({ text, ended }: Input, ask: (() => string | undefined) | undefined): NextLine {
  let at = 0;
  return () => {
    if (at < text.length) {
      const end = text.indexOf('\n', at) + 1;
      const line = text.slice(at, end === 0 ? undefined : end);
      at += line.length;
      return line;
    }
    if (ended) return '';
    return ask === undefined ? null : (ask() ?? '');
  };
}

const NOTHING = new Uint8Array();

/** The near end of a run's standard input: bytes, of one line at a time. */
export class StandardInput {
  readonly #nextLine: NextLine;
  readonly #told: (line: string) => void;
  readonly #interrupted: (waits: boolean) => boolean;
  readonly #unanswered: () => never;
  /** What was read for the program, and not yet by it. */
  #unread: Uint8Array = NOTHING;

  /**
   * @param told has Python record what was read
   * @param interrupted has Python record all that happened before, and tells whether Ctrl+C is pressed; `waits`: with nobody there to answer
   * @param unanswered ends the run of a program that nobody answers
   */
  constructor(nextLine: NextLine, told: (line: string) => void, interrupted: (waits: boolean) => boolean, unanswered: () => never) {
    this.#nextLine = nextLine;
    this.#told = told;
    this.#interrupted = interrupted;
    this.#unanswered = unanswered;
  }

  /** At most so many bytes; none at the end. Null if Ctrl+C interrupts it, as a signal does any call that waits. */
  read(most: number): Uint8Array | null {
    if (this.#unread.length === 0) {
      const line = this.#readLine();
      if (line === null) return null;
      this.#unread = line;
    }
    const part = this.#unread.subarray(0, most);
    this.#unread = this.#unread.subarray(part.length);
    return part;
  }

  #readLine(): Uint8Array | null {
    if (this.#interrupted(false)) return null;
    const line = this.#nextLine();
    if (line === null) return this.#interrupted(true) ? null : this.#unanswered();
    this.#told(line);
    return new TextEncoder().encode(line);
  }
}
