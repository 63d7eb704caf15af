import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.json': 'application/json',
};

const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const cache = resolve(import.meta.dirname, '../.cache');

/**
 * What the page fetches at run time under a name that it knows, by that name (relative to the page): where it comes from.
 * Throws when something is missing that has to be made first.
 */
function sources(): ReadonlyMap<string, string> {
  const snapshot = join(cache, 'python/snapshot.bin.gz');
  const examples = join(cache, 'examples');
  for (const made of [snapshot, examples]) if (!existsSync(made)) throw new Error(`${made} is missing. Make it with: npm run assets`);
  return new Map([
    // Pyodide looks for its own files by name, in the folder that it is given.
    ...['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'].map(
      (name) => [`pyodide/${name}`, join(pyodide, name)] as const,
    ),
    // Python's memory just after its start, compressed; the page decompresses it. The name does not end in .gz: some servers (Vite's
    // preview among them) would announce that as a content encoding, so that the browser decompresses it on the way, or fails to.
    ['pyodide/snapshot.gzip', snapshot],
    ...readdirSync(examples)
      .filter((name) => name.endsWith('.loopscope'))
      .map((name) => [`examples/${name}`, join(examples, name)] as const),
  ]);
}

/** Serves these files beside the page: from where they lie while developing, copied when building. */
export function fetchedFiles(): Plugin {
  return {
    name: 'loopscope:fetched-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const source = /^\/(?:pyodide|examples)\//.test(path) ? sources().get(path.slice(1)) : undefined;
        if (source === undefined) return next();
        response.setHeader('Content-Type', MEDIA_TYPES[extname(path)] ?? 'application/octet-stream');
        response.setHeader('Content-Length', statSync(source).size);
        response.setHeader('Cache-Control', 'no-cache');
        createReadStream(source).pipe(response);
      });
    },
    async generateBundle() {
      for (const [fileName, source] of sources()) this.emitFile({ type: 'asset', fileName, source: await readFile(source) });
    },
  };
}

const ABSENT = '\0absent-in-browsers';

/** Pyodide imports Node's modules, but only when it finds itself in Node: in a worker of the page, they are empty. */
export function withoutNode(): Plugin {
  return {
    name: 'loopscope:without-node',
    enforce: 'pre',
    resolveId: (source, importer) => (source.startsWith('node:') && importer?.startsWith(pyodide) === true ? ABSENT : null),
    load: (id) => (id === ABSENT ? 'export {};' : null),
  };
}
