import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freshSnapshot } from './node-python';
import { record } from './record-program.test-support';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the snapshot', () => {
  it('is the same to the byte each time it is made', async () => {
    expect(hash(await freshSnapshot())).toBe(hash(await freshSnapshot()));
  });

  it('gives files times of the virtual clock', async () => {
    const { stdout } = await record(`import os, time
time.sleep(5)
open("new.txt", "w").write("x")
print(os.stat("main.py").st_mtime, os.stat("new.txt").st_mtime - time.time())
`);
    expect(stdout).toBe('1767225600.0 0.0\n');
  });
});
