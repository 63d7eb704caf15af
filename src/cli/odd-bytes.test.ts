import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_CONDITIONS } from '../model/scenario';
import { recordRun } from './recorded-run';

const folder = mkdtempSync(join(tmpdir(), 'loopscope-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(name: string, content: Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { run: report, recording } = await recordRun(path, DEFAULT_CONDITIONS, 'silently');
  const written = Array.from({ length: recording.length }, (_, at) => recording.event(at)).filter((event) => event.type === 'output');
  return { status: report.status, output: written.map(({ text }) => recording.string(text)).join('') };
}

it('a file is read in the encoding that it names, and refused as python refuses it if it is in another', async () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  expect(await run('latin.py', latin('#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\nprint("café", len("é"))\n'))).toEqual({
    status: 0,
    output: 'café 1\n',
  });
  const complaint = `Non-UTF-8 code starting with '\\xe9' in file ${folder}/wrong.py on line 2, but no encoding declared`;
  expect(await run('wrong.py', latin('# fine\nx = "caf\xe9"\n'))).toEqual({
    status: 1,
    output: `  File "${folder}/wrong.py", line 2
    x = "caf\ufffd"
            ^
SyntaxError: ${complaint}; see https://peps.python.org/pep-0263/ for details
`,
  });
}, 60_000);
