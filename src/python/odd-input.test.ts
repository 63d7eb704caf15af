import { describe, expect, it } from 'vitest';
import { record, story } from './record-program.test-support';

const WAIT = 60_000;

/** What python 3.14 says of a file's bytes: it reads the file that it runs in another way than `compile` does. */
describe('a file that is no program', () => {
  it.each([
    [
      'null bytes',
      'print("a")\nx = "\0"\n',
      '  File "/program/main.py", line 2\n    x = "\nSyntaxError: source code cannot contain null bytes\n',
    ],
    ['an encoding that nobody knows', '# coding: klingon\nprint(1)\n', 'SyntaxError: encoding problem: klingon\n'],
  ])(
    'for %s is refused as python refuses it',
    async (_, text, message) => {
      const { stdout, stderr, report } = await record({ 'main.py': text });
      expect({ stdout, stderr, status: report.status }).toEqual({ stdout: '', stderr: message, status: 1 });
    },
    WAIT,
  );
});

describe('a file of ten thousand lines', () => {
  it(
    'runs, and is recorded',
    async () => {
      const recorded = await record(`total = 0\n${'total += 1\n'.repeat(9_998)}print(total)\n`);
      expect(recorded).toMatchObject({ stdout: '9998\n', stderr: '' });
      expect(story(recorded, 'line')).toHaveLength(10_000);
    },
    WAIT,
  );
});

describe('await outside of functions', () => {
  it(
    'runs when that is allowed, in one task, with names that functions see',
    async () => {
      const source = `import asyncio

def shout(text):
    print(text.upper(), greeting)

greeting = "hello"
await asyncio.sleep(1)
shout("loud")
async with asyncio.TaskGroup() as group:
    one = group.create_task(asyncio.sleep(1, "one"))
print(one.result(), asyncio.current_task().get_name(), asyncio.get_running_loop().time(), __name__)
print([await asyncio.sleep(0, n) for n in range(3)])
raise ValueError("end")
`;
      const recorded = await record(source, { topLevelAwait: true });
      expect(recorded.stdout).toBe('LOUD hello\none Task-1 2.0 __main__\n[0, 1, 2]\n');
      expect(recorded.stderr).toMatch(
        / {2}File "\/program\/main.py", line 13, in <module>\n {4}raise ValueError\("end"\)\nValueError: end\n$/,
      );
      expect(recorded.report).toMatchObject({ outcome: 'exception', status: 1, text: 'ValueError: end at main.py:13' });
      expect(story(recorded, 'suspend')[0]).toMatch(/main.py:7$/);
      expect(story(recorded, 'local').filter((line) => line.includes(' greeting '))).toEqual([expect.stringContaining("'hello'")]);
      const without = await record('print(1 + 1)\n', { topLevelAwait: true });
      expect(without).toMatchObject({ stdout: '2\n', stderr: '' });
    },
    WAIT,
  );
});
