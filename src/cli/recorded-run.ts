import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EventChunk } from '../model/chunk';
import { type Recording, RecordingBuilder } from '../model/recording';
import type { Conditions } from '../model/scenario';
import type { RunReport } from '../python/interpreter';
import { execute, type Printing } from './execute';
import { fileOf, programOf } from './program';

/** Runs a program of this machine and keeps the recording, with those of its files that ran in it. */
export async function recordRun(
  program: string,
  conditions: Conditions,
  printing: Printing,
): Promise<{ readonly run: RunReport; readonly recording: Recording }> {
  const main = programOf(program);
  const chunks: EventChunk[] = [];
  const run = await execute(program, conditions, printing, (chunk) => chunks.push(chunk));
  const others = new Set(chunks.flatMap(({ strings }) => strings.filter((text) => text.endsWith('.py'))));
  const folder = dirname(program);
  const files = [...others].filter((path) => path !== main.files[0]?.path && existsSync(join(folder, path)));
  const builder = new RecordingBuilder({ files: [...main.files, ...files.map((path) => fileOf(folder, path))] }, conditions);
  for (const chunk of chunks) builder.append(chunk);
  return { run, recording: builder.recording() };
}
