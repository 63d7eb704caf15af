import { expect, it } from 'vitest';
import { record } from './record-program.test-support';

it('gives up a locked database after its timeout, in virtual time', async () => {
  const { stdout } = await record(`import sqlite3, time

one = sqlite3.connect("shared.db")
other = sqlite3.connect("shared.db", timeout=0.5)
one.execute("create table t(x)")
one.commit()
one.execute("begin immediate")
began = time.monotonic()
try:
    other.execute("begin immediate")
except sqlite3.OperationalError as error:
    print(error, 0.5 <= time.monotonic() - began < 0.55)
`);
  expect(stdout).toBe('database is locked True\n');
});
