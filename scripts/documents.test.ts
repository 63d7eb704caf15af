import { describe, expect, it } from 'vitest';
import { claimsOf, falseClaims, type Project } from './documents';

const project: Project = {
  exists: (path) => ['README.md', 'docs/format.md', 'src/model/units.ts', 'src/app/', 'src/*/*.ts'].includes(path),
  anchorsOf: (path) => (path === 'docs/format.md' ? ['version-1'] : []),
  scripts: ['test', 'lint:python'],
};
const check = (markdown: string, path = 'README.md') => falseClaims(path, claimsOf(markdown), project);

describe('a document', () => {
  it('is believed when all it names is there', () => {
    const text = [
      '# The `house` rules',
      'See [format](docs/format.md#version-1), [above](#the-house-rules), [Python](https://python.org/x).',
      'Units are in `src/model/units.ts`, screens in `src/app/`, all in `src/*/*.ts`. Not paths: `a/b`, `x.y`.',
      '```sh\nnpm test\nnpm run --silent lint:python\n```',
    ].join('\n\n');
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['[x](docs/gone.md)', 'links to docs/gone.md, which is not there'],
    ['[x](docs/format.md#version-2)', 'links to docs/format.md#version-2, but no heading there makes that anchor'],
    ['[x](#nowhere)', 'links to #nowhere, but no heading there makes that anchor'],
    ['`src/model/gone.ts`', 'names src/model/gone.ts, which is not there'],
    ['`vite.config.ts`', 'names vite.config.ts, which is not there'],
    ['`npm run gone`', 'tells to run gone, which package.json does not have'],
    ['```sh\nnpm start\n```', 'tells to run start, which package.json does not have'],
  ])('is caught claiming %s', (markdown, message) => {
    expect(check(markdown)).toEqual([message]);
  });

  it('is read from the folder it is in', () => {
    expect(check('[readme](../README.md)', 'docs/format.md')).toEqual([]);
    expect(check('[readme](README.md)', 'docs/format.md')).toEqual(['links to README.md, which is not there']);
  });
});
