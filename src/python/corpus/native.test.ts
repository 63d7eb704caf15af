import { describe, expect, it } from 'vitest';
import { type CorpusProgram, lasting, listPrograms, readExpected, runsOn, type Shown } from './corpus';
import { findPython, mapAtOnce, runNatively } from './native';

/**
 * How many programs run at once, in each attempt: mostly they sleep. Real sleeps on a busy machine now and then end in another order: a
 * difference counts if it shows every time, the last times among fewer.
 */
const AT_ONCE = [4, 2, 2];

const programs = listPrograms();
const python = findPython();

describe('the stored expectations', () => {
  if (python.found) {
    const { name, version, command } = python;
    it(`are what the machine's CPython ${name} shows now, where it has what the program uses`, async () => {
      const known = programs.filter((program) => runsOn(program, version));
      expect(known.length).toBeGreaterThan(140);
      let different: readonly CorpusProgram[] = known;
      for (const atOnce of AT_ONCE) different = await differentAmong(different, command, atOnce);
      expect(different.map((program) => program.name)).toEqual([]);
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

/** The programs among these that now show something else than what is stored. */
async function differentAmong(some: readonly CorpusProgram[], command: string, atOnce: number): Promise<readonly CorpusProgram[]> {
  const agreeing = await mapAtOnce(some, atOnce, async (program) =>
    same(lasting(program, await runNatively(command, program)), readExpected(program.name)),
  );
  return some.filter((_, at) => agreeing[at] === false);
}

const same = (a: Shown, b: Shown) => a.stdout === b.stdout && a.stderr === b.stderr && a.status === b.status;
