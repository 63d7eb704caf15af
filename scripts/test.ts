import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './project-files';
import { type Counts, countsOfPlaywright, countsOfVitest, formatCounts, sum } from './test-counts';

/**
 * `npm test`: everything, cheapest first, up to the first failure. Each step is an npm script that can be run alone.
 * Its last line is the number of tests that ran, read from the runners' own reports.
 */
interface Step {
  readonly script: string;
  readonly what: string;
  /** What to do when it fails, beyond reading what it printed. */
  readonly advice?: string;
}

/** What reads the sources and no more: each keeps one core busy, so two run side by side, and what they print is kept until they end. */
const CHECKS: readonly Step[] = [
  { script: 'types', what: 'TypeScript, strict' },
  { script: 'lint', what: 'Biome: style and mistakes in TypeScript, CSS, JSON', advice: 'npm run format mends what can be mended' },
  { script: 'lint:python', what: "Ruff: the project's own Python", advice: 'npm run format mends the layout' },
  { script: 'layers', what: 'who imports whom, and no cycles', advice: 'see Layers in ARCHITECTURE.md' },
  { script: 'dead', what: 'code, files and packages that nothing uses', advice: 'delete them' },
  { script: 'rules', what: 'house rules: no suppressions, no skipped tests, no long files' },
  { script: 'docs', what: 'links, paths and commands in the documents' },
];

const STEPS: readonly Step[] = [
  { script: 'snapshot', what: "Python's memory just after its start" },
  { script: 'unit', what: 'unit tests, in Node and in the real interpreter' },
  { script: 'build', what: 'the folder that is published' },
  { script: 'size', what: 'what the first visit loads' },
  { script: 'e2e', what: 'what a person does, in Chromium' },
];

const REPORTS = [
  { path: resolve(ROOT, '.cache/reports/unit.json'), read: countsOfVitest },
  { path: resolve(ROOT, '.cache/reports/e2e.json'), read: countsOfPlaywright },
];

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(1);

function tellEnd({ script, advice }: Step, ok: boolean, began: number): boolean {
  process.stdout.write(
    ok
      ? `✓ ${script} (${seconds(began)} s)\n`
      : `✗ ${script} failed (${seconds(began)} s). Again, alone: npm run ${script}${advice === undefined ? '' : `; ${advice}`}\n`,
  );
  return ok;
}

function runStep(step: Step): boolean {
  process.stdout.write(`\n── ${step.script}: ${step.what}\n`);
  const began = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', step.script], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  return tellEnd(step, status === 0, began);
}

/** As `runStep`, beside others. */
async function runCheck(step: Step): Promise<boolean> {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', step.script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const status = await new Promise((resolve) => child.once('error', () => resolve(null)).once('close', resolve));
  process.stdout.write(`\n── ${step.script}: ${step.what}\n`);
  process.stdout.write(Buffer.concat(printed));
  return tellEnd(step, status === 0, began);
}

/** Runs checks, two at a time, up to the first failure. */
async function runChecks(checks: readonly Step[]): Promise<boolean> {
  const left = [...checks];
  let ok = true;
  const runNext = async (): Promise<void> => {
    const check = left.shift();
    if (check === undefined || !ok) return;
    ok = (await runCheck(check)) && ok;
    await runNext();
  };
  await Promise.all([runNext(), runNext()]);
  return ok;
}

function countTests(): Counts {
  return sum(REPORTS.filter(({ path }) => existsSync(path)).map(({ path, read }) => read(readFileSync(path, 'utf8'))));
}

for (const { path } of REPORTS) rmSync(path, { force: true });
mkdirSync(resolve(ROOT, '.cache/reports'), { recursive: true });

const ok = (await runChecks(CHECKS)) && STEPS.every(runStep);
const counts = countTests();
if (counts.skipped > 0) process.stdout.write('\n✗ Tests were skipped. They run, all of them, or are deleted.\n');
if (!ok || counts.failed > 0 || counts.skipped > 0) process.exitCode = 1;
process.stdout.write(`\n${formatCounts(counts)}\n`);
