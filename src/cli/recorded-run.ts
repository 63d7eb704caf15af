import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { EventChunk } from '../model/chunk';
import { type Recording, RecordingBuilder } from '../model/recording';
import type { Conditions, Input } from '../model/scenario';
import { KIND } from '../model/vocabulary';
import type { RunReport } from '../python/interpreter';
import { execute, type Printing } from './execute';
import { fileOf } from './program';

/** Runs a program of this machine, or a module, and keeps the recording, with those of the program's files that ran in it. */
export async function recordRun(
  program: string,
  conditions: Conditions,
  printing: Printing,
): Promise<{ readonly run: RunReport; readonly recording: Recording }> {
  const isFile = conditions.module === '';
  const folder = isFile ? dirname(program) : '.';
  // A file that nobody can read is not run; what a module may be given is no file, perhaps.
  const first = isFile ? [fileOf(folder, basename(program))] : conditions.args.filter(isPython(folder)).map((path) => fileOf(folder, path));
  const chunks: EventChunk[] = [];
  const run = await execute(program, conditions, printing, (chunk) => chunks.push(chunk));
  const others = new Set(chunks.flatMap(({ strings }) => strings.filter(isPython(folder))));
  for (const { path } of first) others.delete(path);
  const files = [...first, ...[...others].map((path) => fileOf(folder, path))];
  const builder = new RecordingBuilder({ files }, { ...conditions, input: conditions.input.ended ? conditions.input : inputIn(chunks) });
  for (const chunk of chunks) builder.append(chunk);
  return { run, recording: builder.recording() };
}

const isPython =
  (folder: string) =>
  (path: string): boolean =>
    path.endsWith('.py') && existsSync(join(folder, path));

/** What the program read from this process's standard input: from now on a part of the conditions. */
function inputIn(chunks: readonly EventChunk[]): Input {
  const strings = ['', ...chunks.flatMap((chunk) => chunk.strings)];
  const lines = chunks.flatMap(({ kind, a }) => [...kind].flatMap((one, row) => (one === KIND.input ? [strings[a[row] ?? 0] ?? ''] : [])));
  return { text: lines.join(''), ended: lines.at(-1) === '' };
}
