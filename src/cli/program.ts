import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramFile } from '../model/scenario';
import { UsageError } from './usage';

/** One file of a program, by its path below the program's folder. */
export function fileOf(folder: string, path: string): ProgramFile {
  try {
    return { path, text: readFileSync(join(folder, path), 'utf8') };
  } catch {
    throw new UsageError(`there is no file ${join(folder, path)} that can be read`);
  }
}
