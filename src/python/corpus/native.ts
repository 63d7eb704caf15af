import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename } from 'node:path';
import { type CorpusProgram, OLDEST, PROGRAMS_FOLDER, type PythonVersion, type Shown } from './corpus';

export type NativePython =
  | { readonly found: true; readonly command: string; readonly name: string; readonly version: PythonVersion }
  | { readonly found: false; readonly why: string };

/** The machine's own python3, if it is new enough to run the corpus. Its command is the interpreter itself, not what finds one among many. */
export function findPython(command = 'python3'): NativePython {
  const ask = 'import platform, sys; print(platform.python_version(), sys.executable)';
  const { status, stdout } = spawnSync(command, ['-c', ask], { encoding: 'utf8' });
  if (status !== 0) return { found: false, why: `there is no ${command} on this machine` };
  const [name = '', executable = ''] = stdout.trim().split(/ (.*)/s);
  const [major = 0, minor = 0] = name.split('.').map(Number);
  if (major !== OLDEST[0] || minor < OLDEST[1]) {
    return { found: false, why: `${command} is CPython ${name}, and the corpus needs ${OLDEST.join('.')} or newer` };
  }
  return { found: true, command: executable === '' ? command : executable, name, version: [major, minor] };
}

/** Runs a program as `python3 PROGRAM.py` does, with an empty stdin and none of the environment's settings for Python. */
export async function runNatively(command: string, program: CorpusProgram): Promise<Shown> {
  const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('PYTHON'));
  const child = spawn(command, [basename(program.path), ...program.args], {
    cwd: PROGRAMS_FOLDER,
    env: { ...Object.fromEntries(settings), PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, status] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    }),
  ]);
  return { stdout, stderr: stderr.replaceAll(`${PROGRAMS_FOLDER}/`, ''), status };
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Runs `job` over all items, `atOnce` of them at a time, and gives the results in the items' order. */
export async function mapAtOnce<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  job: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const remaining = items.entries();
  const worker = async () => {
    for (const [index, item] of remaining) results.set(index, await job(item));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

/** The text of a program. */
export const readProgram = (program: CorpusProgram): string => readFileSync(program.path, 'utf8');
