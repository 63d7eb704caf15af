/** Where the lines of an earlier text are now. Lines count from 1. */
export interface LineMap {
  /** Where a line of the earlier text stands now; null when it was, or may have been, changed. */
  readonly toNow: (line: number) => number | null;
  /** Where a line of the present text stood. */
  readonly toThen: (line: number) => number | null;
}

const same = (line: number): number => line;

/** No line was changed. */
export const UNCHANGED: LineMap = { toNow: same, toThen: same };

/** Maps the lines before the first difference of two texts and those after the last; what is between may mean anything. */
export function lineMap(then: string, now: string): LineMap {
  if (then === now) return UNCHANGED;
  const before = then.split('\n');
  const after = now.split('\n');
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const mapped = (line: number, from: number, to: number): number | null => {
    if (line <= head) return line;
    return line > from - tail ? line + to - from : null;
  };
  return {
    toNow: (line) => mapped(line, before.length, after.length),
    toThen: (line) => mapped(line, after.length, before.length),
  };
}
