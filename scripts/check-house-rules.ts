import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { violationsOf } from './house-rules';
import { projectFiles, ROOT } from './project-files';

// These two spell out what is forbidden.
const SPELL_IT_OUT = ['scripts/house-rules.ts', 'scripts/house-rules.test.ts'];

const paths = projectFiles('.ts', '.tsx', '.mjs', '.css', '.py', '.html').filter((path) => !SPELL_IT_OUT.includes(path));
const violations = paths.flatMap((path) => violationsOf(path, readFileSync(resolve(ROOT, path), 'utf8')));

for (const { path, line, message } of violations) process.stderr.write(`${path}:${line}: ${message}\n`);
if (violations.length > 0) process.exitCode = 1;
else process.stdout.write(`${paths.length} files keep the house rules.\n`);
