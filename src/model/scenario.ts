import type { Interrupt } from './interrupt';
import { type Network, PLAIN_NETWORK } from './network';

/** One of the user's files. `path` is relative and uses '/', e.g. "main.py" or "pkg/util.py". */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

/** The user's Python files; the first is the one that runs, as `python FILE` would run it. */
export interface Program {
  readonly files: readonly ProgramFile[];
}

/** What ends a run that would not end by itself. All are counts of the recording, so that a run stays reproducible. */
export interface Budgets {
  /** Events in the recording. */
  readonly events: number;
  /** Seconds of virtual time. */
  readonly virtualSeconds: number;
  /** Characters written to stdout and stderr together. */
  readonly outputCharacters: number;
}

/** What a program reads from its standard input. */
export interface Input {
  readonly text: string;
  /** Whether nothing follows the text. If not, somebody may still be asked for more; where nobody can be, the recording ends there. */
  readonly ended: boolean;
}

/** Everything besides the program that decides a run. */
export interface Conditions {
  /** Seeds `random`, `os.urandom`, `uuid`, `secrets` and hashes: an integer from 0 to 2^32 - 1. */
  readonly seed: number;
  /** What the program finds in `sys.argv[1:]`. */
  readonly args: readonly string[];
  /** The module that runs in the place of the program's first file, as `python -m MODULE` has it, e.g. "pytest"; empty for none. */
  readonly module: string;
  /** Whether the first file may `await` outside of functions, as in `python -m asyncio`. */
  readonly topLevelAwait: boolean;
  /** Whether lines, locals and calls of the user's functions are recorded, and with them the lines on which tasks are suspended, or the loop's events only. */
  readonly lines: boolean;
  /**
   * What a simple line of Python takes, in nanoseconds of virtual time: a whole number, 0 if computing takes no time. It tells when
   * code computes for long (src/python/runtime/_loopscope/computing.py); what is over within 10 ms takes no time in any case.
   */
  readonly lineCost: number;
  readonly budgets: Budgets;
  /** When Ctrl+C is pressed. */
  readonly interrupts: readonly Interrupt[];
  /** How messages travel, and what other hosts answer. */
  readonly network: Network;
  readonly input: Input;
}

/** The most that a line may take: a millisecond. */
export const MAX_LINE_COST = 1_000_000;

/** Nothing was typed yet. */
export const NO_INPUT: Input = { text: '', ended: false };

export const DEFAULT_CONDITIONS: Conditions = {
  seed: 0,
  args: [],
  module: '',
  topLevelAwait: false,
  lines: true,
  lineCost: 50,
  network: PLAIN_NETWORK,
  budgets: { events: 1_000_000, virtualSeconds: 86_400, outputCharacters: 1_000_000 },
  interrupts: [],
  input: NO_INPUT,
};
