import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Network, NetworkSchema, networkComplaint, PLAIN_NETWORK } from '../model/network';
import { type Conditions, DEFAULT_CONDITIONS, type Input, MAX_LINE_COST, NO_INPUT } from '../model/scenario';

/** The forms in which `check` prints. */
const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** Long enough for programs that compute; the page, which keeps what it records in memory, stops sooner. */
const DEFAULT_MAX_STEPS = 10_000_000;

/** In characters: more than a program prints that ends. */
const MAX_OUTPUT = 100_000_000;

/** The command line was used badly: one line that says how. */
export class UsageError extends Error {}

export const HELP = `loopscope: run and record asyncio programs on a simulated event loop

  run PROGRAM.py [options] [-- ARGUMENT ...]                     run it as python would, in no time
  record PROGRAM.py -o FILE.loopscope [options] [-- ARGUMENT ...]  and keep the recording
  check PROGRAM.py [--format ${FORMATS.join('|')}] [options] [-- ARGUMENT ...]  run it silently and print the problems found

In the place of PROGRAM.py: -m MODULE [ARGUMENT ...], as python's own -m, e.g. run -m pytest test_it.py -v

Options
  --report FILE            write a report of the run, as JSON
  --seed N                 what random numbers follow from (default 0)
  --top-level-await        allow await outside of functions, as python -m asyncio does
  --line-cost NANOSECONDS  virtual time that a simple line takes where code computes for long (default ${DEFAULT_CONDITIONS.lineCost}; 0: none)
  --max-steps N            end after N recorded events (default ${DEFAULT_MAX_STEPS})
  --interrupt S            press Ctrl+C after S seconds of virtual time; may be given several times
  --max-virtual-time S     end after S seconds of virtual time (default ${DEFAULT_CONDITIONS.budgets.virtualSeconds})
  --stdin FILE             what the program reads from its standard input, in the place of this process's own
  --world FILE.json        the network: latency, loss, and what other hosts answer (see the README)

Exit status: the program's own; 3 in a deadlock, 4 when a budget is used up, 2 when used badly.
Of check: 1 if there is an error or a warning, else 0.
`;

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly program: string; readonly conditions: Conditions; readonly report: string | null }
  | {
      readonly kind: 'record';
      readonly program: string;
      readonly conditions: Conditions;
      readonly report: string | null;
      readonly output: string;
    }
  | { readonly kind: 'check'; readonly program: string; readonly conditions: Conditions; readonly format: Format };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  report: { type: 'string' },
  seed: { type: 'string' },
  'line-cost': { type: 'string' },
  'max-steps': { type: 'string' },
  'max-virtual-time': { type: 'string' },
  interrupt: { type: 'string', multiple: true },
  world: { type: 'string' },
  stdin: { type: 'string' },
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  'top-level-await': { type: 'boolean' },
} as const;

/** The options that are taken for Loopscope's own behind -m MODULE, too: those with long names. */
const LONG = Object.entries(OPTIONS).filter(([, option]) => option.type === 'string' && !('short' in option));

/** Reads the words after the command's name. Throws a UsageError. */
export function parseCommand(words: readonly string[]): Command {
  const { own, module, args } = separated(words);
  const { values, positionals } = parsed(own);
  const [name, given, ...others] = positionals;
  const program = module === '' ? given : module;
  if (values.help === true) return { kind: 'help' };
  if (name !== 'run' && name !== 'record' && name !== 'check')
    throw new UsageError(
      name === undefined ? 'say what to do: run, record or check (see --help)' : `there is no command ${name} (see --help)`,
    );
  if (program === undefined) throw new UsageError(`${name} needs a program: ${name} PROGRAM.py`);
  if (others.length > 0 || (module !== '' && given !== undefined))
    throw new UsageError(`one program at a time; put the program's own arguments behind --`);
  const conditions: Conditions = {
    ...DEFAULT_CONDITIONS,
    seed: integer('--seed', values.seed, DEFAULT_CONDITIONS.seed, 0, 2 ** 32 - 1),
    lineCost: integer('--line-cost', values['line-cost'], DEFAULT_CONDITIONS.lineCost, 0, MAX_LINE_COST),
    network: world(values.world),
    args,
    module,
    topLevelAwait: values['top-level-await'] === true,
    input: input(values.stdin),
    budgets: {
      ...DEFAULT_CONDITIONS.budgets,
      events: integer('--max-steps', values['max-steps'], DEFAULT_MAX_STEPS, 1, 100_000_000),
      virtualSeconds: positive('--max-virtual-time', values['max-virtual-time'], DEFAULT_CONDITIONS.budgets.virtualSeconds),
      outputCharacters: MAX_OUTPUT,
    },
    interrupts: (values.interrupt ?? []).map((given) => ({ seconds: positive('--interrupt', given, 0), turns: 0, lines: 0, events: 0 })),
  };
  if (name === 'check') return checkCommand(program, conditions, values);
  if (values.format !== undefined) throw new UsageError(`--format is for check; ${name} does not print problems`);
  const report = values.report ?? null;
  if (name === 'run') {
    if (values.output !== undefined) throw new UsageError('run keeps no recording; use record PROGRAM.py -o FILE.loopscope');
    return { kind: 'run', program, conditions, report };
  }
  if (values.output === undefined) throw new UsageError('record needs to know where to: record PROGRAM.py -o FILE.loopscope');
  return { kind: 'record', program, conditions, report, output: values.output };
}

interface Words {
  /** The command's name and Loopscope's options. */
  readonly own: readonly string[];
  /** What follows -m; empty without. */
  readonly module: string;
  readonly args: readonly string[];
}

/** Tells the program's words from Loopscope's. Behind -m MODULE all are the module's, but for Loopscope's options with long names. */
function separated(words: readonly string[]): Words {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const behind = end < 0 ? [] : words.slice(end + 1);
  const at = before.indexOf('-m');
  if (at < 0) return { own: before, module: '', args: behind };
  const module = before[at + 1];
  if (module === undefined) throw new UsageError('-m needs a module: run -m MODULE');
  const own = before.slice(0, at);
  const args: string[] = [];
  for (let next = at + 2; next < before.length; next++) {
    const word = before[next] ?? '';
    const option = LONG.find(([name]) => word === `--${name}` || word.startsWith(`--${name}=`));
    if (option === undefined) args.push(word);
    else own.push(...before.slice(next, word.includes('=') ? next + 1 : ++next + 1));
  }
  return { own, module, args: [...args, ...behind] };
}

function checkCommand(program: string, conditions: Conditions, values: ReturnType<typeof parsed>['values']): Command {
  if (values.output !== undefined) throw new UsageError('check keeps no recording; use record PROGRAM.py -o FILE.loopscope');
  if (values.report !== undefined) throw new UsageError('check writes no report of the run; use run PROGRAM.py --report FILE');
  const given = values.format ?? 'text';
  const format = FORMATS.find((one) => one === given);
  if (format === undefined) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not ${given}`);
  return { kind: 'check', program, conditions, format };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function world(file: string | undefined): Network {
  if (file === undefined) return PLAIN_NETWORK;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--world ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const complaint = networkComplaint(value);
  if (complaint !== null) throw new UsageError(`--world ${file}: ${complaint}`);
  return v.parse(NetworkSchema, value);
}

function input(file: string | undefined): Input {
  if (file === undefined) return NO_INPUT;
  try {
    return { text: readFileSync(file, 'utf8'), ended: true };
  } catch {
    throw new UsageError(`--stdin ${file}: there is no such file that can be read`);
  }
}

function integer(option: string, given: string | undefined, otherwise: number, least: number, most: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > most)
    throw new UsageError(`${option} takes a whole number from ${least} to ${most}, not ${given}`);
  return number;
}

function positive(option: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (given.trim() === '' || !(number > 0) || !Number.isFinite(number))
    throw new UsageError(`${option} takes a number of seconds above 0, not ${given}`);
  return number;
}
