import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { lastingStderr } from './lasting-stderr';

/** What a run of a program shows to the outside. `stderr` names the program's file without its folder. */
export interface Shown {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit status as a shell gives it: 128 + the signal's number when a signal ended the program. */
  readonly status: number;
}

/** One program of the corpus, as people write them, and what python3 shows when it runs it. */
export interface CorpusProgram {
  /** Its file's name without ".py". */
  readonly name: string;
  readonly path: string;
  /** What follows the program's name on the command line. */
  readonly args: readonly string[];
  /** Whether versions of CPython disagree about more of its stderr than `lastingStderr` leaves out. */
  readonly stderrVaries: boolean;
}

/** Of CPython: 3 and 14. */
export type PythonVersion = readonly [major: number, minor: number];

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
export const PROGRAMS_FOLDER = join(FOLDER, 'programs');
export const EXPECTED_FOLDER = join(FOLDER, 'expected');
/** Exit statuses by program, where they aren't 0. */
export const STATUSES_FILE = join(EXPECTED_FOLDER, 'statuses.json');
const StatusesSchema = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)));

/** Programs that get arguments. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  sys_argv: ['four', 'a', '--flag', 'déjà vu'],
};

/** Programs on whose stderr versions of CPython agree only in the last line: 3.12 and 3.13 added frames, and changed a repr. */
const STDERR_VARIES: ReadonlySet<string> = new Set(['exception_in_callback', 'sys_exit_in_task']);

/** The oldest CPython that has TaskGroup, timeout and except*, which the corpus uses. */
export const OLDEST: PythonVersion = [3, 11];

/**
 * Programs for which a newer CPython is needed. Where the machine's is older, nothing compares them with a native run; what is stored for
 * 3.14's is what CPython's documentation and source say.
 */
const SINCE: Readonly<Record<string, PythonVersion>> = {
  call_graph: [3, 14],
  contexts_of_handles: [3, 12],
  eager_tasks: [3, 12],
  queue_shutdown: [3, 13],
  server_clients: [3, 13],
};

/** Whether a CPython has what a program uses. */
export function runsOn({ name }: CorpusProgram, [major, minor]: PythonVersion): boolean {
  const since = SINCE[name] ?? OLDEST;
  return major > since[0] || (major === since[0] && minor >= since[1]);
}

/** All programs of the corpus, in order of their names. */
export function listPrograms(): readonly CorpusProgram[] {
  return readdirSync(PROGRAMS_FOLDER)
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => {
      const name = basename(file, '.py');
      return { name, path: join(PROGRAMS_FOLDER, file), args: ARGUMENTS[name] ?? [], stderrVaries: STDERR_VARIES.has(name) };
    });
}

export const expectedFile = (name: string, stream: 'out' | 'err') => join(EXPECTED_FOLDER, `${name}.${stream}`);

/** What the stored files say python3 shows. Throws if a program has none: `npm run corpus` writes them. */
export function readExpected(name: string): Shown {
  const statuses = v.parse(StatusesSchema, JSON.parse(readFileSync(STATUSES_FILE, 'utf8')));
  const stderrFile = expectedFile(name, 'err');
  return {
    stdout: readFileSync(expectedFile(name, 'out'), 'utf8'),
    stderr: existsSync(stderrFile) ? readFileSync(stderrFile, 'utf8') : '',
    status: statuses[name] ?? 0,
  };
}

/** What of a run is the same in every version of CPython that runs the corpus. */
export function lasting(program: CorpusProgram, shown: Shown): Shown {
  const stderr = program.stderrVaries ? `${shown.stderr.trimEnd().split('\n').at(-1)}\n` : lastingStderr(shown.stderr);
  return { ...shown, stderr };
}
