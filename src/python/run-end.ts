import type { ProgramOutcome } from '../model/vocabulary';

/** How a run ended; `status` is the exit status that python would give, 3 for a deadlock and 4 for a spent budget. */
export interface RunEnd {
  readonly outcome: ProgramOutcome;
  readonly status: number;
  /** One line that says what and where; empty for a program that completed. */
  readonly text: string;
}
