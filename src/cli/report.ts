import type { RunReport } from '../python/interpreter';

/** The version of the report's form: see "Command line" in the README. */
const VERSION = 1;

/** A run as other programs read it. Times are in seconds. */
export function reportOf(run: RunReport): string {
  const { outcome, virtualTime, steps, turns, tasks } = run;
  return `${JSON.stringify({ version: VERSION, outcome, virtualTime, steps, turns, tasks, problems: [] }, null, 2)}\n`;
}
