import type { KnipConfig } from 'knip';

/** What nothing uses: files, exports, packages. See `npm run dead`. */
export default {
  entry: [
    'src/app/main.tsx',
    'src/cli/main.ts',
    'src/**/*-cli.ts',
    'src/python/corpus/write.ts',
    'scripts/{start,test,chromium,lint-python,record-examples,check-*}.ts',
    'bench/main.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts', '*.{ts,mjs}', '.*.mjs'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // What a stylesheet imports is in use.
  compilers: { css: (text: string) => [...text.matchAll(/@(import\s+['"][^'"]+['"])/g)].map(([, statement]) => statement).join('\n') },
} satisfies KnipConfig;
