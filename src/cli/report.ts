import { findProblems } from '../analysis/problems/find-problems';
import type { Problem, RuleName, Severity } from '../analysis/problems/problem';
import { RecordingIndex } from '../model/index/recording-index';
import type { Recording } from '../model/recording';
import type { RunReport } from '../python/interpreter';

/** The version of the report's form: see "Command line" in the README. */
const VERSION = 1;

/** A problem as other programs read it. */
export interface ReportedProblem {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** Relative to the program's folder; null, as line and column, where no place is known. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The task's label; null for the program itself. */
  readonly task: string | null;
  readonly step: number;
  readonly message: string;
}

/** What the rules find in a recording. */
export function problemsIn(recording: Recording): readonly ReportedProblem[] {
  const index = new RecordingIndex(recording);
  return findProblems(index).map(({ rule, severity, place, task, step, message }: Problem) => ({
    rule,
    severity,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    task: task === null ? null : index.taskNames.labelOf(task),
    step,
    message,
  }));
}

/** A run as other programs read it. Times are in seconds. */
export function reportOf(run: RunReport, recording: Recording): string {
  const { outcome, virtualTime, steps, turns, tasks } = run;
  const problems = problemsIn(recording);
  return `${JSON.stringify({ version: VERSION, outcome, virtualTime, steps, turns, tasks, problems }, null, 2)}\n`;
}

/** Problems alone, as JSON. */
export const problemsReport = (problems: readonly ReportedProblem[]): string =>
  `${JSON.stringify({ version: VERSION, problems }, null, 2)}\n`;
