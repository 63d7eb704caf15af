import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateChromium } from './chromium';

describe('the Chromium of the browser tests', () => {
  let folder = '';
  const executable = (path: string, status = 0) => {
    writeFileSync(path, `#!/bin/sh\nexit ${status}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const at = (...parts: readonly string[]) => join(folder, ...parts);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopscope-chromium-'));
    mkdirSync(at('bin'));
    mkdirSync(at('empty'));
    mkdirSync(at('empty', 'chromium'));
    executable(at('bin', 'google-chrome'));
    executable(at('bin', 'chromium'), 127);
    executable(at('bin', 'chromium-browser'));
    executable(at('chosen'));
    executable(at('playwrights'));
    writeFileSync(at('not-executable'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const PATH = () => [at('empty'), '', at('bin')].join(delimiter);

  it('is CHROMIUM_PATH before anything else', () => {
    expect(locateChromium({ CHROMIUM_PATH: at('chosen'), PATH: PATH() }, at('playwrights'))).toBe(at('chosen'));
  });

  it("is Playwright's own before the system's", () => {
    expect(locateChromium({ PATH: PATH() }, at('playwrights'))).toBe(at('playwrights'));
  });

  it("is the system's, by the first of its names that starts, when Playwright has none", () => {
    expect(locateChromium({ PATH: PATH() }, at('missing'))).toBe(at('bin', 'chromium-browser'));
  });

  it('is not a folder of that name, and not there when nothing is', () => {
    expect(locateChromium({ PATH: at('empty') }, at('not-executable'))).toBeUndefined();
    expect(locateChromium({}, at('missing'))).toBeUndefined();
  });

  it('is not replaced by another when CHROMIUM_PATH is wrong', () => {
    expect(() => locateChromium({ CHROMIUM_PATH: at('not-executable'), PATH: PATH() }, at('playwrights'))).toThrow(/cannot be started/);
  });
});
