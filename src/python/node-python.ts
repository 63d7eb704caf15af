import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadPyodide } from 'pyodide';
import * as v from 'valibot';
import { Interpreter, ModuleFactory, type PythonParts } from './interpreter';
import { makeSnapshot, type RuntimeFiles } from './snapshot';

const HERE = dirname(fileURLToPath(import.meta.url));
const RUNTIME = join(HERE, 'runtime');
const PYODIDE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
/** Where the snapshot is kept between runs. */
const CACHE = join(HERE, '../../.cache/python');

/** Pyodide as npm has installed it. */
async function nodeParts(): Promise<PythonParts> {
  const factory = v.parse(ModuleFactory, await import(pathToFileURL(join(PYODIDE, 'pyodide.asm.mjs')).href));
  return { loadPyodide, createModule: factory.default, indexURL: PYODIDE };
}

/** The Python runtime's files, as they are in this folder. */
export function runtimeFiles(): RuntimeFiles {
  const paths = readdirSync(RUNTIME, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  return new Map(paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(RUNTIME, path), 'utf8')]));
}

/** Makes a snapshot anew. */
export async function freshSnapshot(): Promise<Uint8Array> {
  return makeSnapshot(await nodeParts(), runtimeFiles());
}

/** The files that hold the snapshot, as it is and compressed. */
export interface SnapshotFiles {
  readonly raw: string;
  readonly gzipped: string;
}

/** Finds the snapshot; makes it if there is none, or if the runtime or Pyodide has changed since. */
export async function snapshotFiles(): Promise<SnapshotFiles> {
  const files = { raw: join(CACHE, 'snapshot.bin'), gzipped: join(CACHE, 'snapshot.bin.gz') };
  const keyFile = join(CACHE, 'snapshot.key');
  const key = inputsKey();
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return files;
  const snapshot = await freshSnapshot();
  mkdirSync(CACHE, { recursive: true });
  replaceFile(files.raw, snapshot);
  replaceFile(files.gzipped, gzipSync(snapshot, { level: 9 }));
  replaceFile(keyFile, key);
  return files;
}

/** What the snapshot depends on, as a hash. */
function inputsKey(): string {
  const inputs = createHash('sha256').update(readFileSync(join(PYODIDE, 'package.json')));
  const sources = readdirSync(HERE).filter((name) => name.endsWith('.ts') && !name.includes('.test'));
  for (const source of sources.sort()) inputs.update(readFileSync(join(HERE, source)));
  for (const [path, text] of runtimeFiles()) inputs.update(path).update(text);
  return inputs.digest('hex');
}

/** Writes a file so that nobody, not another process either, ever sees half of it. */
function replaceFile(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/** What every interpreter starts from: the same for as long as this process lives, and dear to read. */
let start: Promise<{ readonly parts: PythonParts; readonly snapshot: Uint8Array }> | undefined;

async function readStart() {
  return { parts: await nodeParts(), snapshot: readFileSync((await snapshotFiles()).raw) };
}

/** A fresh interpreter, started from the snapshot. */
export async function startInterpreter(): Promise<Interpreter> {
  start ??= readStart();
  const { parts, snapshot } = await start;
  return Interpreter.start(parts, { _loadSnapshot: snapshot });
}
