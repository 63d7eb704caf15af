import type { Budgets } from '../model/scenario';
import { KIND, type ProgramOutcome, WORDS } from '../model/vocabulary';
import { EventBudgetSpent, type EventWriter } from './event-writer';
import { InterpreterExit } from './system-calls';

/** How a run ended; `status` is the exit status that python would give, 3 for a deadlock and 4 for a spent budget. */
export interface RunEnd {
  readonly outcome: ProgramOutcome;
  readonly status: number;
  /** One line that says what and where; empty for a program that completed. */
  readonly text: string;
}

/** What budgets are of, in the words of an outcome. */
const UNITS = {
  events: 'events',
  virtualSeconds: 's of virtual time',
  outputCharacters: 'characters of output',
} as const satisfies Partial<Record<keyof Budgets, string>>;

/** Ends a run: writes the last event of its recording and leaves the interpreter, in the middle of whatever runs. */
export class Ending {
  readonly #writer: EventWriter;
  readonly #budgets: Budgets;
  readonly #place: () => string;
  readonly #exit: () => never;
  #end: RunEnd | null = null;
  #failure: { readonly error: unknown } | null = null;

  /**
   * @param place says where the program is, as in " at main.py:12"
   * @param exit leaves the interpreter for good, by throwing through it
   */
  constructor(writer: EventWriter, budgets: Budgets, place: () => string, exit: () => never) {
    this.#writer = writer;
    this.#budgets = budgets;
    this.#place = place;
    this.#exit = exit;
  }

  /** How the run ended. Throws what went wrong if it was recording, not the program, that failed. */
  get reached(): RunEnd {
    if (this.#failure !== null) throw this.#failure.error;
    if (this.#end === null) throw new Error('the interpreter returned before the program had ended');
    return this.#end;
  }

  /** Does what records. An error of our own, or an event too many, ends the run: it must not become an exception that the program can catch. */
  guard<T>(record: () => T): T {
    try {
      return record();
    } catch (error) {
      if (error instanceof EventBudgetSpent) return this.spent('events');
      return this.#fail(error);
    }
  }

  /** A budget is used up. */
  spent(budget: keyof typeof UNITS): never {
    const amount = this.#budgets[budget].toLocaleString('en', { maximumFractionDigits: 9 });
    return this.at({ outcome: 'budget', status: 4, text: `the budget of ${amount} ${UNITS[budget]} is used up${this.#place()}` });
  }

  /** The program asks for input that nobody gives. */
  unanswered(): never {
    return this.at({ outcome: 'input', status: 0, text: `the program asks for a line of input${this.#place()}` });
  }

  /** The run ends so, unless it has ended before. */
  at(end: RunEnd): never {
    if (this.#end !== null) return this.#exit();
    this.#end = end;
    try {
      this.#writer.write(KIND.end, WORDS.programOutcome.indexOf(end.outcome), end.status, this.#writer.addText(end.text));
      this.#writer.flush();
    } catch (error) {
      this.#fail(error);
    }
    return this.#exit();
  }

  #fail(error: unknown): never {
    if (!(error instanceof InterpreterExit)) this.#failure ??= { error };
    return this.#exit();
  }
}
