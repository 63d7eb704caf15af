import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** What the browser is called where a system has one of its own. */
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ADVICE = `No Chromium was found, and none could be installed. Do one of these:
  - set CHROMIUM_PATH to the executable of a Chromium or Chrome
  - npx playwright install --with-deps chromium
  - sudo apt-get install chromium`;

/**
 * The Chromium that the tests use: CHROMIUM_PATH, else Playwright's own, else the system's; undefined when there is none.
 * Throws when CHROMIUM_PATH is set to something that cannot be run, for then somebody meant something else.
 */
export function locateChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!isExecutable(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, which is not an executable file.`);
    return chosen;
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [chromium.executablePath(), ...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find(isExecutable);
}

/** As locateChromium, but installs one where there is none. Throws with what to do by hand when that fails, too. */
export function ensureChromium(): string {
  const found = locateChromium();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  const asRoot = isRoot ? [] : ['sudo', '--non-interactive'];
  const attempts = [
    [['npx', 'playwright', 'install', '--with-deps', 'chromium']],
    [
      [...asRoot, 'apt-get', 'update'],
      [...asRoot, 'apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
    ],
  ];
  for (const commands of attempts) {
    // A command that fails does not end the attempt: an update may fail for one source and still bring what is needed.
    for (const command of commands) succeeds(command);
    const installed = locateChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(ADVICE);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function succeeds([program, ...args]: readonly string[]): boolean {
  if (program === undefined) return false;
  process.stderr.write(`No Chromium yet. Trying: ${[program, ...args].join(' ')}\n`);
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`Chromium: ${ensureChromium()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
