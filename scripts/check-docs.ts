import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { claimsOf, falseClaims, type Project } from './documents';
import { projectFiles, ROOT } from './project-files';

const PackageSchema = v.object({ scripts: v.record(v.string(), v.string()) });

const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const allFiles = projectFiles('');

/** "src/**" and "src/*.ts" as a regular expression: `**` crosses folders, `*` does not. */
const patternOf = (glob: string) =>
  new RegExp(
    `^${glob
      .split(/(\*\*\/?|\*)/)
      .map((part) => (part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+]/g, '\\$&')))
      .join('')}$`,
  );

const project: Project = {
  exists: (path) => {
    if (!path.includes('*')) return existsSync(resolve(ROOT, path));
    const pattern = patternOf(path);
    return allFiles.some((file) => pattern.test(file));
  },
  anchorsOf: (path) => claimsOf(read(path)).anchors,
  scripts: Object.keys(v.parse(PackageSchema, JSON.parse(read('package.json'))).scripts),
};

const documents = projectFiles('.md');
const lies = documents.flatMap((path) => falseClaims(path, claimsOf(read(path)), project).map((message) => `${path} ${message}`));

for (const lie of lies) process.stderr.write(`${lie}\n`);
if (lies.length > 0) process.exitCode = 1;
else process.stdout.write(`${documents.length} documents name only what is there.\n`);
