import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { findProblems } from '../analysis/problems/find-problems';
import type { Problem, RuleName } from '../analysis/problems/problem';
import { record } from '../python/record-program.test-support';
import { PROGRAMS } from './problem-programs.test-support';

/** A line of a program that ends in "# finds RULE" is where that rule, and no other, has to find something. */
const MARK = /# finds ([\w-]+)(?: and ([\w-]+))?$/;

async function problemsOf(source: string): Promise<readonly Problem[]> {
  const { index } = await record(source);
  return findProblems(index);
}

const marked = (source: string): string[] =>
  source.split('\n').flatMap((line, at) => {
    const [, ...rules] = MARK.exec(line) ?? [];
    return rules.flatMap((rule) => (rule === undefined ? [] : [`${at + 1} ${rule}`]));
  });

const found = (problems: readonly Problem[]): string[] =>
  problems
    .map(({ place, rule }) => `${place?.line} ${rule}`)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));

function mended(source: string, { fix }: Problem): string {
  return [...(fix?.edits ?? [])]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), source);
}

describe('the rules, on real programs', () => {
  const problems = new Map<string, readonly Problem[]>();
  beforeAll(async () => {
    for (const [title, source] of Object.entries(PROGRAMS)) problems.set(title, await problemsOf(source));
  }, 120_000);

  it.each(Object.entries(PROGRAMS))('find what is wrong with %s, and nothing else', (title, source) => {
    expect(found(problems.get(title) ?? [])).toEqual(marked(source));
  });

  const first = (title: keyof typeof PROGRAMS, rule: RuleName): Problem => {
    const own = (problems.get(title) ?? []).filter((one) => one.rule === rule);
    const problem = own.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0))[0];
    if (problem === undefined) throw new Error(`${rule} found nothing in ${title}`);
    return problem;
  };

  it('say what waits for what in a deadlock, and name the circle or what is missing', () => {
    expect(first('a circle of locks', 'deadlock').message).toBe(
      'Deadlock: in a circle, one waits for b, which two holds and two waits for a, which one holds; nothing can ever run again. Take the locks in the same order everywhere.',
    );
    expect(first('a queue that nobody fills, in a loop within a loop', 'deadlock').message).toContain(
      'main waits for an item of queue, which nobody is left to put',
    );
  });

  it('say how long independent awaits would take together', () => {
    expect(first('what could be done better', 'sequential-awaits').message).toContain(
      'that takes 0.3 s, and together they would take 0.2 s',
    );
  });

  it('mend what can be mended without thought', () => {
    const held = 'the loop held up';
    expect(mended(PROGRAMS[held], first(held, 'blocking-call'))).toContain('    await asyncio.sleep(0.05)  # finds');
    const swallowed = 'cancellation that is swallowed';
    expect(mended(PROGRAMS[swallowed], first(swallowed, 'cancellation-swallowed'))).toContain('        print("no")\n        raise\n');
    const lost = 'what is lost and left to the loop';
    expect(mended(PROGRAMS[lost], first(lost, 'never-awaited'))).toContain('    await save(1)  # finds');
    expect(mended(PROGRAMS[lost], first(lost, 'task-not-kept'))).toMatch(
      /aclosing\n\nbackground_tasks = set\(\)\n[\s\S]*\n {4}task = asyncio\.create_task\(save\(5\)\)\n {4}background_tasks\.add\(task\)\n/,
    );
    const better = 'what could be done better';
    expect(mended(PROGRAMS[better], first(better, 'unbounded-queue'))).toContain('queue = asyncio.Queue(maxsize=100)');
  });
});

/** The examples that are there to show a problem, and which. */
const MEANT: Readonly<Record<string, readonly RuleName[]>> = {
  'blocked_loop.py': ['blocking-call', 'blocking-call'],
  'deadlock.py': ['deadlock'],
};

describe('the examples', () => {
  const folder = fileURLToPath(new URL('../content/examples/', import.meta.url));
  const files = [
    'async_generator.py',
    'blocked_loop.py',
    'deadlock.py',
    'producer_consumer.py',
    'taskgroup_failure.py',
    'timeout_and_cleanup.py',
  ];
  it.each(files)('%s has the errors and warnings that it is there to show, and no others', async (file) => {
    const problems = await problemsOf(readFileSync(`${folder}${file}`, 'utf8'));
    expect(problems.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule)).toEqual(MEANT[file] ?? []);
  });
});
