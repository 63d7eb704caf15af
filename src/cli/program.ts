import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Program } from '../model/scenario';
import { UsageError } from './usage';

/** A program of this machine, as a recording keeps it. */
export function programOf(path: string): Program {
  try {
    return { files: [{ path: basename(path), text: readFileSync(path, 'utf8') }] };
  } catch {
    throw new UsageError(`there is no file ${path} that can be read`);
  }
}
