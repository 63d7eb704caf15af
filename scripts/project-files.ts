import { readdirSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** The folder of the project. */
export const ROOT = resolve(import.meta.dirname, '..');

/** The folders that hold what people wrote; everything else in the project's root is settings or made. */
const WRITTEN = ['src', 'e2e', 'bench', 'scripts', 'public', '.github', '.ci'];

/** Paths, relative to the root and with '/', of all written files (and those in the root itself) that end in one of `endings`, sorted. */
export function projectFiles(...endings: readonly string[]): readonly string[] {
  const inRoot = readdirSync(ROOT, { withFileTypes: true });
  const present = new Set(inRoot.filter((entry) => entry.isDirectory()).map((entry) => entry.name));
  const inFolders = WRITTEN.filter((folder) => present.has(folder)).flatMap((folder) =>
    readdirSync(resolve(ROOT, folder), { withFileTypes: true, recursive: true }).map((entry) => ({
      entry,
      path: relative(ROOT, resolve(entry.parentPath, entry.name)).split(sep).join('/'),
    })),
  );
  return [...inRoot.map((entry) => ({ entry, path: entry.name })), ...inFolders]
    .filter(
      ({ entry, path }) => entry.isFile() && dirname(path).split('/').at(-1) !== '__pycache__' && endings.some((end) => path.endsWith(end)),
    )
    .map(({ path }) => path)
    .sort();
}
