/** A line at which to stop, always or under conditions. Empty texts ask for nothing. */
export interface Breakpoint {
  /** Of the program's first file, counted from 1. */
  readonly line: number;
  /** Only in this task: its label, its label without the number ("fetch" is each of fetch-1, fetch-2…), or asyncio's name for it. */
  readonly task: string;
  /** Only where this Python expression is true of what is recorded. */
  readonly condition: string;
}
