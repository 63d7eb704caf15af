import type { KnipConfig } from 'knip';

/** What nothing uses: files, exports, packages (`npm run dead`). What runs is found in package.json, index.html and the settings of the tools. */
export default {
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts', '*.{ts,mjs}', '.*.mjs'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // What a stylesheet imports is in use.
  compilers: { css: (text: string) => [...text.matchAll(/@(import\s+['"][^'"]+['"])/g)].map(([, statement]) => statement).join('\n') },
} satisfies KnipConfig;
