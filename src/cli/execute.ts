import { existsSync, readSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { EventChunk } from '../model/chunk';
import type { Conditions } from '../model/scenario';
import { KIND } from '../model/vocabulary';
import type { RunReport } from '../python/interpreter';
import { startInterpreter } from '../python/node-python';
import { InterpreterCrash } from './interpreter-crash';
import { UsageError } from './usage';

/** Whether to print what the program prints, and how it ended where python would hang. */
export type Printing = 'aloud' | 'silently';

const PIPE_CLOSED = 141;

/** Runs a program of this machine in its own folder, or a module in the current one. `onChunk` gets the recording as it grows. */
export async function execute(
  program: string,
  conditions: Conditions,
  printing: Printing,
  onChunk: (chunk: EventChunk) => void,
): Promise<RunReport> {
  const place = conditions.module === '' ? placeOf(program) : { folder: process.cwd(), path: '' };
  const interpreter = await startInterpreter();
  const folders = conditions.module === '' ? [] : foldersNamed(conditions.args);
  for (const folder of outermost([place.folder, ...folders])) interpreter.mount(folder);
  const printer = new Printer();
  const placed = { ...place, name: program, stdin: standardInput() };
  const report = crashNamed(program, () =>
    interpreter.run(placed, conditions, (chunk) => {
      if (printing === 'aloud') printer.print(chunk);
      onChunk(chunk);
    }),
  );
  const line = printing === 'aloud' ? lineOn(report) : null;
  if (line !== null) write(2, `${basename(program)}: ${line}\n`);
  return report;
}

function placeOf(program: string): { readonly folder: string; readonly path: string } {
  const path = resolve(program);
  if (!existsSync(path)) throw new UsageError(`there is no file ${program}`);
  if (!statSync(path).isFile()) throw new UsageError(`${program} is not a file`);
  return { folder: dirname(path), path };
}

/** What the interpreter's file system has of its own: python's library, and the devices. */
const OWN_FOLDERS = /^\/(dev\/|proc\/|lib\/|\/)/;

/** The folders outside the current one in which lies what a module is given to work on, as in `-m pytest ../other/test_it.py::test_one`. */
function foldersNamed(args: readonly string[]): readonly string[] {
  return args
    .map((arg) => resolve(arg.split('::')[0] ?? ''))
    .filter((path) => relative(process.cwd(), path).startsWith('..') && existsSync(path))
    .map((path) => (statSync(path).isDirectory() ? path : dirname(path)))
    .filter((folder) => !OWN_FOLDERS.test(`${folder}/`));
}

/** Without those that lie in another: they are there with it. */
const outermost = (folders: readonly string[]): readonly string[] =>
  [...new Set(folders)].filter((folder, _, all) => !all.some((other) => other !== folder && !relative(other, folder).startsWith('..')));

/** Does what runs `program`, and tells a trap of the interpreter's WebAssembly apart from mistakes of ours. */
function crashNamed<T>(program: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
    throw new InterpreterCrash(`${basename(program)}: crash: the interpreter itself failed: ${error.message}`);
  }
}

/** What to say of a run that python would never have ended. */
function lineOn({ outcome, text }: RunReport): string | null {
  return outcome === 'deadlock' || outcome === 'budget' ? `${outcome}: ${text}` : null;
}

/** Writes the output events of a recording to this process's own stdout and stderr. */
class Printer {
  readonly #strings: string[] = [''];

  print(chunk: EventChunk): void {
    for (const text of chunk.strings) this.#strings.push(text);
    for (const [row, kind] of chunk.kind.entries()) {
      if (kind === KIND.output) write(chunk.a[row] === 2 ? 2 : 1, this.#strings[chunk.b[row] ?? 0] ?? '');
    }
  }
}

function write(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      // Nobody reads on, as after `| head`: a shell ends such a program by SIGPIPE.
      if (code === 'EPIPE') process.exit(PIPE_CLOSED);
      // A pipe that is full for the moment.
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** This process's standard input, a line at a time. */
function standardInput(): () => string | undefined {
  let unread = Buffer.alloc(0);
  return () => {
    for (;;) {
      const end = unread.indexOf('\n') + 1;
      if (end > 0) {
        const line = unread.subarray(0, end).toString();
        unread = unread.subarray(end);
        return line;
      }
      const more = Buffer.alloc(65_536);
      const count = readSync(0, more, 0, more.length, null);
      if (count === 0) {
        const line = unread.toString();
        unread = Buffer.alloc(0);
        return line === '' ? undefined : line;
      }
      unread = Buffer.concat([unread, more.subarray(0, count)]);
    }
  };
}
