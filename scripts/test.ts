import { spawnSync } from 'node:child_process';
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

const STEPS: readonly Step[] = [
  { script: 'types', what: 'TypeScript, strict' },
  { script: 'lint', what: 'Biome: style and mistakes in TypeScript, CSS, JSON', advice: 'npm run format mends what can be mended' },
  { script: 'lint:python', what: "Ruff: the project's own Python", advice: 'npm run format mends the layout' },
  { script: 'layers', what: 'who imports whom, and no cycles', advice: 'see Layers in ARCHITECTURE.md' },
  { script: 'rules', what: 'house rules: no suppressions, no skipped tests, no long files' },
  { script: 'dead', what: 'code, files and packages that nothing uses', advice: 'delete them' },
  { script: 'docs', what: 'links, paths and commands in the documents' },
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

function runStep({ script, what, advice }: Step): boolean {
  process.stdout.write(`\n── ${script}: ${what}\n`);
  const began = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (status === 0) {
    process.stdout.write(`✓ ${script} (${seconds} s)\n`);
    return true;
  }
  process.stdout.write(`✗ ${script} failed (${seconds} s). Again, alone: npm run ${script}${advice === undefined ? '' : `; ${advice}`}\n`);
  return false;
}

function countTests(): Counts {
  return sum(REPORTS.filter(({ path }) => existsSync(path)).map(({ path, read }) => read(readFileSync(path, 'utf8'))));
}

for (const { path } of REPORTS) rmSync(path, { force: true });
mkdirSync(resolve(ROOT, '.cache/reports'), { recursive: true });

const ok = STEPS.every(runStep);
const counts = countTests();
if (counts.skipped > 0) process.stdout.write('\n✗ Tests were skipped. They run, all of them, or are deleted.\n');
if (!ok || counts.failed > 0 || counts.skipped > 0) process.exitCode = 1;
process.stdout.write(`\n${formatCounts(counts)}\n`);
