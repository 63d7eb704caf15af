import { readFileSync } from 'node:fs';

/**
 * The first visit: every script and style that the built index.html itself names, which is what the browser fetches before anything
 * is on the screen. What is loaded later (the editor, Python) is not in it.
 */
const page = readFileSync('dist/index.html', 'utf8');
const eager = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, path]) => `dist/${path}`);
if (eager.length === 0) throw new Error('dist/index.html loads nothing: build it first, with npm run build');

export default [{ name: 'first visit: script and style', path: eager, gzip: true, limit: '300 kB' }];
