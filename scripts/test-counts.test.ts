import { describe, expect, it } from 'vitest';
import { countsOfPlaywright, countsOfVitest, formatCounts, sum } from './test-counts';

const vitest = JSON.stringify({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3, testResults: [] });
const playwright = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1, duration: 12.5 }, suites: [] });

describe('counts of tests', () => {
  it('are read from both runners and added up', () => {
    expect(formatCounts(sum([countsOfVitest(vitest), countsOfPlaywright(playwright)]))).toBe('14 passed, 3 failed, 6 skipped');
  });

  it('leave out what was not skipped', () => {
    expect(formatCounts({ passed: 1, failed: 0, skipped: 0 })).toBe('1 passed, 0 failed');
  });

  it('are not made up from something that is no report', () => {
    expect(() => countsOfVitest('{}')).toThrow();
    expect(() => countsOfPlaywright(vitest)).toThrow();
  });
});
