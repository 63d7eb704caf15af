import * as v from 'valibot';

/** How many tests ran and how they ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const VitestSchema = v.object({ numPassedTests: Count, numFailedTests: Count, numPendingTests: Count, numTodoTests: Count });
const PlaywrightSchema = v.object({ stats: v.object({ expected: Count, unexpected: Count, flaky: Count, skipped: Count }) });

/** Reads the report of Vitest's `json` reporter. Throws when it is none. */
export function countsOfVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = v.parse(VitestSchema, JSON.parse(report));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** Reads the report of Playwright's `json` reporter. Throws when it is none. A flaky test failed at least once: it counts as failed. */
export function countsOfPlaywright(report: string): Counts {
  const { expected, unexpected, flaky, skipped } = v.parse(PlaywrightSchema, JSON.parse(report)).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

export function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => all.reduce((so, counts) => so + counts[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** "12 passed, 0 failed", and ", 1 skipped" when there are some. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
