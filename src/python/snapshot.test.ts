import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { freshSnapshot } from './node-python';
import { record } from './record-program.test-support';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the snapshot', () => {
  const snapshot = freshSnapshot();

  it('is the same to the byte each time it is made', async () => {
    expect(hash(await freshSnapshot())).toBe(hash(await snapshot));
  });

  it('is the same wherever the project lies', async () => {
    const [script = ''] = process.argv.splice(1, 1, '/a/folder/with/a/much/longer/name/than/any/that/this/has/been/in/before.ts');
    const elsewhere = await freshSnapshot();
    process.argv[1] = script;
    expect(hash(elsewhere)).toBe(hash(await snapshot));
  });

  it('holds nothing of the machine on which it was made', async () => {
    const text = Buffer.from(await snapshot).toString('latin1');
    expect([process.version, process.argv[1] ?? '', process.cwd()].filter((trace) => text.includes(trace))).toEqual([]);
  });

  it('tells programs of no other machine than their own', async () => {
    const { stdout } = await record(`import os, platform, sys
print(os.environ["_"], sys.executable, sys._emscripten_info.runtime, repr(platform.processor()))
print(platform.platform())
`);
    expect(stdout).toBe("/usr/bin/python3 /usr/bin/python3 None ''\nEmscripten-5.0.3-wasm32-32bit\n");
  });

  it("has programs import from their own folder and Python's, and from none that they go to", async () => {
    const { stdout } = await record('import sys\nprint(*sys.path)\n');
    expect(stdout).toBe('/program /lib/python314.zip /lib/python3.14/lib-dynload /lib/python3.14/site-packages\n');
  });

  it('keeps programs in UTC, wherever the machine is', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    const { stdout } = await record(`import datetime, time
print(time.tzname, time.localtime()[:], time.strftime("%H:%M %Z"), datetime.datetime.now().astimezone())
print(time.mktime((2026, 7, 32, 25, 0, 0, 0, 0, 0)), time.localtime(time.mktime((2024, 12, 31, 23, 59, 59, 0, 0, 1)))[:], time.ctime(86400 * 59))
`);
    process.env.TZ = zone ?? 'UTC';
    expect(stdout).toBe(`('UTC', 'UTC') (2026, 1, 1, 0, 0, 0, 3, 1, 0) 00:00 UTC 2026-01-01 00:00:00+00:00
1785632400.0 (2024, 12, 31, 22, 59, 59, 1, 366, 0) Sun Mar  1 00:00:00 1970
`);
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
