import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTED_FOLDER, lasting, listPrograms, readExpected } from './corpus';
import { runRecorded } from './recorded';

const programs = listPrograms();

describe('a recorded program shows what python3 shows', () => {
  it.each(programs.map((program) => [program.name, program] as const))(
    '%s',
    async (_, program) => {
      expect(lasting(program, await runRecorded(program))).toEqual(readExpected(program.name));
    },
    60_000,
  );

  it('takes none of the ten seconds that a program sleeps', async () => {
    const sleepers = programs.filter(({ name }) => name.startsWith('ten_seconds'));
    expect(sleepers).toHaveLength(2);
    for (const program of sleepers) {
      const start = performance.now();
      await runRecorded(program);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  }, 60_000);

  it('is known for each program, and for no other', () => {
    const stored = readdirSync(EXPECTED_FOLDER).filter((file) => file.endsWith('.out'));
    expect(stored.map((file) => basename(file, '.out')).sort()).toEqual(programs.map(({ name }) => name));
  });
});
