import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Where the page finds Python's files: this folder, beside index.html. */
const FOLDER = 'pyodide';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.json': 'application/json',
};

const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const cache = resolve(import.meta.dirname, '../.cache/python');

/** What is served, by name: where it comes from. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ...['pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'].map((name) => [name, join(pyodide, name)] as const),
  // Python's memory just after its start, compressed; the page decompresses it. The name does not end in .gz: some servers (Vite's
  // preview among them) would announce that as a content encoding, so that the browser decompresses it on the way, or fails to.
  ['snapshot.gzip', join(cache, 'snapshot.bin.gz')],
]);

/**
 * Serves Python's files under `pyodide/` beside the page: from where they lie while developing, copied when building.
 * They keep their names, because Pyodide looks for its own files by name at run time, in the folder that it is given.
 */
export function pythonAssets(): Plugin {
  return {
    name: 'loopscope:python-assets',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const source = path.startsWith(`/${FOLDER}/`) ? SOURCES.get(path.slice(FOLDER.length + 2)) : undefined;
        if (source === undefined || !existsSync(source)) return next();
        response.setHeader('Content-Type', MEDIA_TYPES[extname(path)] ?? 'application/octet-stream');
        response.setHeader('Content-Length', statSync(source).size);
        response.setHeader('Cache-Control', 'no-cache');
        createReadStream(source).pipe(response);
      });
    },
    async generateBundle() {
      for (const [name, source] of SOURCES) {
        if (!existsSync(source)) this.error(`${source} is missing. Make it with: npm run snapshot`);
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source: await readFile(source) });
      }
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
