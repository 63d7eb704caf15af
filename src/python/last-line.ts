/** Which line of the user's ran last, of those that are recorded, and how many have begun. */
export class LastLine {
  readonly #files = new Map<number, number>();
  #last: readonly [frame: number, line: number] | null = null;
  #count = 0;

  /** How many lines have begun. */
  get count(): number {
    return this.#count;
  }

  /** A call has begun, of a function in a file whose name is the text of this number. */
  called(frame: number, file: number): void {
    this.#files.set(frame, file);
  }

  returned(frame: number): void {
    this.#files.delete(frame);
  }

  begun(frame: number, line: number): void {
    this.#count += 1;
    this.#last = [frame, line];
  }

  /** " at main.py:12"; empty where no line is recorded. */
  describe(textOf: (text: number) => string): string {
    const file = this.#last === null ? undefined : this.#files.get(this.#last[0]);
    return file === undefined || this.#last === null ? '' : ` at ${textOf(file)}:${this.#last[1]}`;
  }
}
