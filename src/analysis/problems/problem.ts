import type { Step, TaskId } from '../../model/units';

/** An error makes the program wrong, a warning makes it fragile, a hint says that it could do better. */
export type Severity = 'error' | 'warning' | 'hint';

/** The rules by name, and how severe what they find is. */
export const SEVERITIES = {
  'never-awaited': 'error',
  deadlock: 'error',
  'exception-lost': 'error',
  'lost-update': 'error',
  'nested-run': 'error',
  'task-not-kept': 'warning',
  'blocking-call': 'warning',
  'cancellation-swallowed': 'warning',
  'task-outlives-main': 'warning',
  'gather-leaves-running': 'warning',
  'lock-not-released': 'warning',
  'generator-not-closed': 'warning',
  'sequential-awaits': 'hint',
  'unbounded-concurrency': 'hint',
  'unbounded-queue': 'hint',
  'no-timeout': 'hint',
  'busy-wait': 'hint',
} as const satisfies Readonly<Record<string, Severity>>;

export type RuleName = keyof typeof SEVERITIES;

/** Replaces the characters `from`..`to` (offsets, as in `String.slice`) of one of the program's files. */
export interface TextEdit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A mend that needs no thought: what it does, in a few words, and the edits of the recorded text, which do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A line to look at. `line` and `column` count from 1, a column in characters. */
export interface ProblemPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a rule has found. */
export interface Finding {
  /** null when nothing of the user's code is concerned, or lines were not recorded. */
  readonly place: ProblemPlace | null;
  /** The task that it is about; null for the program itself or several tasks. */
  readonly task: TaskId | null;
  /** Where to stand in the recording to see it. */
  readonly step: Step;
  /** One or two sentences: what happened, why it matters, how to mend it. */
  readonly message: string;
  readonly fix: Fix | null;
}

/** Something that a diagnostic rule found in a recording. */
export interface Problem extends Finding {
  readonly rule: RuleName;
  readonly severity: Severity;
}
