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
  readonly #told: (line?: string) => void;
  readonly #unanswered: () => never;
  /** What was read for the program, and not yet by it. */
  #unread: Uint8Array = NOTHING;

  /**
   * @param told has Python record what was read; without a line, all that happened before
   * @param unanswered ends the run of a program that nobody answers
   */
  constructor(nextLine: NextLine, told: (line?: string) => void, unanswered: () => never) {
    this.#nextLine = nextLine;
    this.#told = told;
    this.#unanswered = unanswered;
  }

  /** At most so many bytes; none at the end. */
  read(most: number): Uint8Array {
    if (this.#unread.length === 0) this.#unread = this.#readLine();
    const part = this.#unread.subarray(0, most);
    this.#unread = this.#unread.subarray(part.length);
    return part;
  }

  #readLine(): Uint8Array {
    const line = this.#nextLine();
    if (line === null) {
      this.#told();
      return this.#unanswered();
    }
    this.#told(line);
    return new TextEncoder().encode(line);
  }
}
