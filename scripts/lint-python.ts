import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { parse } from 'smol-toml';
import * as v from 'valibot';
import { projectFiles, ROOT } from './project-files';

/**
 * Ruff over the project's own Python, as WebAssembly, so that no Python is needed to work on it. With --write, mends what can be mended.
 * Programs under src/python/corpus are other people's by intent and stay as they are.
 */
const CONFIGURED = [
  { folder: 'src/python/runtime/_loopscope/', config: ['ruff.toml'] },
  { folder: 'src/python/runtime/stand_ins/', config: ['ruff.toml', 'src/python/runtime/stand_ins/ruff.toml'] },
  { folder: 'src/content/', config: ['ruff.toml', 'src/content/ruff.toml'] },
];

const DiagnosticsSchema = v.array(
  v.object({
    code: v.nullable(v.string()),
    message: v.string(),
    start_location: v.object({ row: v.number(), column: v.number() }),
  }),
);

const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const write = process.argv.includes('--write');

let checked = 0;
let problems = 0;
const report = (text: string) => {
  problems += 1;
  process.stderr.write(`${text}\n`);
};

for (const { folder, config } of CONFIGURED) {
  // `extend` is for a ruff that reads the files itself; here the parts are laid over each other.
  const parts = config.map((path) => parse(read(path)));
  const { extend: _, ...options } = Object.assign({}, ...parts);
  const lint = Object.assign({}, ...parts.map((part) => part.lint));
  const ruff = new Workspace({ ...options, lint }, PositionEncoding.Utf16);
  for (const path of projectFiles('.py').filter((file) => file.startsWith(folder))) {
    checked += 1;
    const text = read(path);
    for (const { code, message, start_location: at } of v.parse(DiagnosticsSchema, ruff.check(text))) {
      report(`${path}:${at.row}:${at.column}: ${code ?? 'syntax'} ${message}`);
    }
    const formatted = ruff.format(text);
    if (formatted === text) continue;
    if (write) writeFileSync(resolve(ROOT, path), formatted);
    else report(`${path}: not formatted. Mend it with: npm run format`);
  }
}

if (problems > 0) process.exitCode = 1;
else process.stdout.write(`${checked} Python files are clean.\n`);
