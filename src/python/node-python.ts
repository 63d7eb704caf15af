import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadPyodide } from 'pyodide';
import * as v from 'valibot';
import { Interpreter, type PythonParts } from './interpreter';
import { makeMemoryImage, type RuntimeFiles } from './memory-image';

const HERE = dirname(fileURLToPath(import.meta.url));
const RUNTIME = join(HERE, 'runtime');
const PYODIDE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
/** Where the memory image is kept between runs; its name tells what it was made from. */
const CACHE = join(HERE, '../../.cache/python');

const ModuleFactory = v.object({ default: v.custom<PythonParts['createModule']>((value) => typeof value === 'function') });

/** Pyodide as npm has installed it. */
export async function nodeParts(): Promise<PythonParts> {
  const factory = v.parse(ModuleFactory, await import(pathToFileURL(join(PYODIDE, 'pyodide.asm.mjs')).href));
  return { loadPyodide, createModule: factory.default, indexURL: PYODIDE };
}

/** The Python runtime's files, as they are in this folder. */
export function runtimeFiles(): RuntimeFiles {
  const paths = readdirSync(RUNTIME, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  return new Map(paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(RUNTIME, path), 'utf8')]));
}

/** The file that holds the memory image; made if the runtime or Pyodide has changed since. */
export async function memoryImageFile(): Promise<string> {
  const inputs = createHash('sha256').update(readFileSync(join(PYODIDE, 'package.json')));
  inputs.update(readFileSync(join(HERE, 'memory-image.ts'))).update(readFileSync(join(HERE, 'interpreter.ts')));
  for (const [path, text] of runtimeFiles()) inputs.update(path).update(text);
  const file = join(CACHE, `image-${inputs.digest('hex').slice(0, 16)}.bin`);
  if (!existsSync(file)) {
    const image = await makeMemoryImage(await nodeParts(), runtimeFiles());
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, image);
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

/** A fresh interpreter, started from the memory image. */
export async function startInterpreter(): Promise<Interpreter> {
  const image = readFileSync(await memoryImageFile());
  return Interpreter.start(await nodeParts(), { _loadSnapshot: image });
}
