import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
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
 * Throws when CHROMIUM_PATH is set to something that cannot be started, for then somebody meant something else.
 */
export function locateChromium(environment: NodeJS.ProcessEnv = process.env, playwrights = chromium.executablePath()): string | undefined {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!works(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, which cannot be started.`);
    return chosen;
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [playwrights, ...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find(works);
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
    for (const command of commands) run(command);
    const installed = locateChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(ADVICE);
}

/** Whether it is there and starts: a download whose system libraries are missing does not, nor does Ubuntu's stand-in for a snap. */
function works(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
  } catch {
    return false;
  }
}

function run([program = '', ...args]: readonly string[]): void {
  process.stderr.write(`No Chromium yet. Trying: ${[program, ...args].join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`Chromium: ${ensureChromium()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
