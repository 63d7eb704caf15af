import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { EXPECTED_FOLDER, expectedFile, lasting, listPrograms, readExpected, runsOn, STATUSES_FILE } from './corpus';
import { findPython, mapAtOnce, runNatively } from './native';

/** `npm run corpus`: runs every program of the corpus with the machine's python3 and stores what it shows. Of programs that need a newer one it keeps what is stored. */
const python = findPython();
if (!python.found) {
  process.stderr.write(`The corpus can't be run: ${python.why}.\n`);
  process.exit(1);
}

const programs = listPrograms();
const shown = await mapAtOnce(programs, 4, async (program) => {
  const result = runsOn(program, python.version)
    ? lasting(program, await runNatively(python.command, program))
    : readExpected(program.name);
  return { name: program.name, ...result };
});

rmSync(EXPECTED_FOLDER, { recursive: true, force: true });
mkdirSync(EXPECTED_FOLDER);
const statuses: Record<string, number> = {};
for (const { name, stdout, stderr, status } of shown) {
  writeFileSync(expectedFile(name, 'out'), stdout);
  if (stderr !== '') writeFileSync(expectedFile(name, 'err'), stderr);
  if (status !== 0) statuses[name] = status;
}
writeFileSync(STATUSES_FILE, `${JSON.stringify(statuses, null, 2)}\n`);
process.stdout.write(`Stored what CPython ${python.name} shows for ${programs.length} programs.\n`);
