import { describe, expect, it } from 'vitest';
import { MOST_LINES, violationsOf } from './house-rules';

const messages = (path: string, text: string) => violationsOf(path, text).map(({ line, message }) => `${line} ${message.split('.')[0]}`);

describe('the house rules', () => {
  it.each([
    ['src/engine/loop.ts', '// @ts-expect-error', 'A check is switched off'],
    ['src/app/design/base.css', '/* biome-ignore lint: x */', 'A check is switched off'],
    ['src/python/runtime/loop.py', 'import x  # noqa: F401', 'A check is switched off'],
    ['src/engine/loop.test.ts', "it.skip('runs', () => {})", 'A test is skipped or stands alone'],
    ['src/engine/loop.test.ts', "describe.concurrent.only('x', () => {})", 'A test is skipped or stands alone'],
    ['e2e/run.spec.ts', 'test.fixme();', 'A test is skipped or stands alone'],
    ['e2e/run.spec.ts', 'await page.waitForTimeout(100);', 'A test sleeps'],
    ['src/engine/loop.ts', '// TODO: cancel', 'Unfinished work'],
    ['src/engine/loop.ts', 'const a = b as unknown as Loop;', 'A cast that switches the compiler off'],
    ['src/engine/loop.ts', 'const a = 3 as TaskId;', 'A cast to a unit or id'],
    ['src/engine/loop.ts', 'const a = Math.random();', "A clock or chance that is not the recording's"],
    ['src/app/main.tsx', "import 'https://cdn.example/x.js';", 'Something is loaded from another host'],
  ])('find in %s: %s', (path, text, message) => {
    expect(messages(path, `first line\n${text}\n`)).toEqual([`2 ${message}`]);
  });

  it.each([
    ['src/model/units.ts', 'export const asTaskId = (n: number): TaskId => n as TaskId;'],
    ['src/engine/loop.test.ts', 'const unseeded = Math.random();'],
    ['src/app/clock.ts', 'const frame = performance.now();'],
    ['src/engine/loop.test.ts', "it('skips what was cancelled', () => {});"],
  ])('allow in %s: %s', (path, text) => {
    expect(messages(path, text)).toEqual([]);
  });

  it('allow a file of the greatest length and no longer one', () => {
    const line = 'const a = 1;\n';
    expect(messages('src/engine/loop.ts', line.repeat(MOST_LINES))).toEqual([]);
    expect(messages('src/engine/loop.ts', line.repeat(MOST_LINES + 1))).toEqual([`${MOST_LINES + 1} 401 lines; 400 is the most`]);
  });
});
