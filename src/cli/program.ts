import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Program, ProgramFile } from '../model/scenario';
import { UsageError } from './usage';

/** A program of this machine, as a recording keeps it. */
export function programOf(path: string): Program {
  return { files: [fileOf(dirname(path), basename(path))] };
}

/** One file of a program, by its path below the program's folder. */
export function fileOf(folder: string, path: string): ProgramFile {
  try {
    return { path, text: readFileSync(join(folder, path), 'utf8') };
  } catch {
    throw new UsageError(`there is no file ${join(folder, path)} that can be read`);
  }
}
