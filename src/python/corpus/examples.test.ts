import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runRecorded } from './recorded';

const FOLDER = fileURLToPath(new URL('../../content/examples', import.meta.url));
const text = v.pipe(v.string(), v.minLength(1));
const IndexSchema = v.array(
  v.strictObject({ slug: v.pipe(text, v.regex(/^[a-z][a-z-]*$/)), title: text, file: v.pipe(text, v.endsWith('.py')), summary: text }),
);

const examples = v.parse(IndexSchema, JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')));
const DEADLOCK = 3;

describe('the gallery', () => {
  it('lists every example once, the crawler first', () => {
    expect(examples.map(({ file }) => file).sort()).toEqual(readdirSync(FOLDER).filter((file) => file.endsWith('.py')));
    expect(new Set(examples.map(({ slug }) => slug)).size).toBe(examples.length);
    expect(examples[0]?.slug).toBe('rate-limited-crawler');
  });

  it.each(examples.map((example) => [example.title, example] as const))(
    '%s runs to the end that it teaches',
    async (_, example) => {
      const { stdout, stderr, status } = await runRecorded({
        name: example.slug,
        path: join(FOLDER, example.file),
        args: [],
        stderrVaries: false,
      });
      expect(status).toBe(example.slug === 'deadlock' ? DEADLOCK : 0);
      if (status === 0) expect(stderr).toBe('');
      expect(stdout).toMatch(/\n$/);
    },
    60_000,
  );

  it.each(examples.map((example) => [example.title, example] as const))(
    '%s fits the editor and opens with one line that says what it shows',
    (_, { file }) => {
      const lines = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(lines[0]).toMatch(/^"""[A-Za-z].*[.]"""$/);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(88);
    },
  );
});
