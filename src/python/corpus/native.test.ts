import { describe, expect, it } from 'vitest';
import { type CorpusProgram, lasting, listPrograms, readExpected, runsOn, type Shown } from './corpus';
import { findPython, mapAtOnce, runNatively } from './native';

/** Real sleeps on a busy machine now and then end in another order: a difference counts if it shows every time. */
const ATTEMPTS = 3;

const programs = listPrograms();
const python = findPython();

describe('the stored expectations', () => {
  if (python.found) {
    const { name, version } = python;
    it(`are what the machine's CPython ${name} shows now, where it has what the program uses`, async () => {
      const known = programs.filter((program) => runsOn(program, version));
      expect(known.length).toBeGreaterThan(140);
      const different = await mapAtOnce(known, 2, async (program) => ((await agrees(python.command, program)) ? [] : [program.name]));
      expect(different.flat()).toEqual([]);
    }, 300_000);
  } else {
    it(`are complete, and can't be compared with a native run here: ${python.why}`, () => {
      const shown = programs.map(({ name }) => readExpected(name)).map(({ stdout, stderr }) => `${stdout}${stderr}`);
      expect(shown).not.toContain('');
      expect(shown.length).toBeGreaterThanOrEqual(60);
    });
  }
});

describe('findPython', () => {
  it('says so when there is no such command', () => {
    expect(findPython('python3-of-nowhere')).toEqual({ found: false, why: 'there is no python3-of-nowhere on this machine' });
  });
});

async function agrees(command: string, program: CorpusProgram): Promise<boolean> {
  const expected = readExpected(program.name);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (same(lasting(program, await runNatively(command, program)), expected)) return true;
  }
  return false;
}

const same = (a: Shown, b: Shown) => a.stdout === b.stdout && a.stderr === b.stderr && a.status === b.status;
