import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeRecording } from '../model/file';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const TSX = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'loopscope-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function loopscope(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(TSX, [MAIN, ...args], { encoding: 'utf8', cwd: folder, input });
  return { stdout, stderr, status };
}

const HELLO = `import asyncio, sys

async def main():
    await asyncio.sleep(3600)
    print("hello", *sys.argv)

asyncio.run(main())
`;

describe('loopscope run', () => {
  it('prints what the program prints, gives it its arguments, and takes none of its time', () => {
    file('hello.py', HELLO);
    const start = performance.now();
    expect(loopscope(['run', 'hello.py', '--', '--loud', 'you'])).toEqual({ stdout: 'hello hello.py --loud you\n', stderr: '', status: 0 });
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  it('ends without a word when nobody reads on', () => {
    file('lines.py', 'for number in range(100_000):\n    print("line", number)\n');
    const pipe = `"${TSX}" "${MAIN}" run lines.py | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', pipe], { encoding: 'utf8', cwd: folder });
    expect({ stdout, stderr }).toEqual({ stdout: 'line 0\n', stderr: '' });
  });

  it('says that the interpreter itself crashed, with the status that a shell gives a segmentation fault', () => {
    file('crash.py', 'import ctypes\nprint("so far", flush=True)\nctypes.string_at(0xFFFF_FFF0, 8)\n');
    const { stdout, stderr, status } = loopscope(['run', 'crash.py']);
    expect(stdout).toMatch(/^so far\n/);
    expect(stderr).toMatch(/^crash\.py: crash: the interpreter itself failed: memory access out of bounds$/m);
    expect(status).toBe(139);
  });

  it('runs a module as python -m does, with the tests of a file', () => {
    file(
      'test_it.py',
      `import asyncio, unittest
class Tests(unittest.IsolatedAsyncioTestCase):
    async def test_sleep(self):
        await asyncio.sleep(60)
`,
    );
    const { stdout, stderr, status } = loopscope(['run', '-m', 'unittest', 'test_it.py', '-v']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    expect(stderr).toBe(`test_sleep (test_it.Tests.test_sleep) ... ok\n\n${'-'.repeat(70)}\nRan 1 test in 60.000s\n\nOK\n`);
  });

  it('finds what a module is given to work on outside the current folder', () => {
    const path = file('test_there.py', 'def test_there():\n    assert open(__file__).read()\n');
    for (const above of [tmpdir(), folder]) {
      const here = mkdtempSync(join(above, 'loopscope-here-'));
      const args = [MAIN, 'run', '-m', 'pytest', '-q', `${path}::test_there`];
      const { stdout, status } = spawnSync(TSX, args, { encoding: 'utf8', cwd: here });
      rmSync(here, { recursive: true });
      expect({ stdout, status }).toEqual({ stdout: expect.stringMatching(/^\.\s+\[100%\]\n1 passed in /), status: 0 });
    }
  });

  it('reads files and modules beside the program, and standard input', () => {
    file('names.py', 'def greet(name):\n    return f"hello {name}"\n');
    file('data.txt', 'from disk');
    file('reads.py', 'import names\nprint(names.greet(input("name? ")), open("data.txt").read(), __file__)\n');
    expect(loopscope(['run', 'reads.py'], 'Ada\n')).toEqual({
      stdout: `name? hello Ada from disk ${join(folder, 'reads.py')}\n`,
      stderr: '',
      status: 0,
    });
  });

  it('ends with the program’s exit status and its traceback', () => {
    file('fails.py', 'import asyncio\nasync def main():\n    raise LookupError("nothing")\nasyncio.run(main())\n');
    const { stderr, status } = loopscope(['run', 'fails.py']);
    expect(status).toBe(1);
    expect(stderr).toContain(`File "${join(folder, 'fails.py')}", line 3, in main`);
    expect(stderr).toMatch(/LookupError: nothing\n$/);
  });

  it('ends with 3 and one line where python would hang', () => {
    file('hangs.py', 'import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n');
    expect(loopscope(['run', 'hangs.py'])).toEqual({
      stdout: '',
      stderr: 'hangs.py: deadlock: nothing can run again: Task-1 (main) waits at hangs.py:3\n',
      status: 3,
    });
  });

  it('ends with 4 and one line when a budget is used up', () => {
    file('forever.py', 'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())\n');
    expect(loopscope(['run', 'forever.py', '--max-virtual-time', '5'])).toMatchObject({
      stderr: 'forever.py: budget: the budget of 5 s of virtual time is used up at forever.py:4\n',
      status: 4,
    });
    expect(loopscope(['run', 'forever.py', '--max-steps', '300'])).toMatchObject({ status: 4 });
  });

  it('presses Ctrl+C when told to', () => {
    file('hello.py', HELLO);
    const { stdout, stderr, status } = loopscope(['run', 'hello.py', '--interrupt', '3']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 130 });
    expect(stderr).toMatch(/\nKeyboardInterrupt\n$/);
  });

  it('writes a report', () => {
    file('hello.py', HELLO);
    loopscope(['run', 'hello.py', '--report', 'report.json', '--seed', '3']);
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report).toEqual({
      version: 1,
      outcome: 'completed',
      virtualTime: 3600,
      steps: expect.any(Number),
      turns: expect.any(Number),
      tasks: expect.any(Number),
      problems: [],
    });
  });

  it.each([
    [[], 'say what to do'],
    [['dance'], 'there is no command dance'],
    [['run'], 'run needs a program'],
    [['run', 'missing.py'], 'there is no file missing.py'],
    [['run', 'hello.py', '--seed', 'x'], '--seed takes a whole number'],
    [['run', 'hello.py', '--max-virtual-time', '-1'], '--max-virtual-time'],
    [['run', 'hello.py', '--line-cost', '0.5'], '--line-cost takes a whole number from 0 to 1000000'],
    [['run', 'hello.py', '--loud'], "Unknown option '--loud'"],
    [['record', 'hello.py'], 'record needs to know where to'],
  ])('answers %j with one line and the status 2', (args, line) => {
    file('hello.py', HELLO);
    const { stdout, stderr, status } = loopscope(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('explains itself', () => {
    const { stdout, status } = loopscope(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('record PROGRAM.py -o FILE.loopscope');
  });
});

describe('loopscope record', () => {
  it('keeps the recording in a file that can be read again, the same each time', async () => {
    file('hello.py', HELLO);
    for (const name of ['first', 'second']) expect(loopscope(['record', 'hello.py', '-o', `${name}.loopscope`]).status).toBe(0);
    const [first, second] = ['first', 'second'].map((name) => readFileSync(join(folder, `${name}.loopscope`)));
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
    const recording = await decodeRecording(new Uint8Array(first ?? []));
    expect(recording.program.files).toEqual([{ path: 'hello.py', text: HELLO }]);
    expect(recording.event(recording.length - 1).type).toBe('end');
  });

  it('keeps what the program read from standard input, or from the file in its place', async () => {
    file('asks.py', 'import sys\nprint(input("name? "), sys.stdin.readline(), end="")\n');
    file('answers.txt', 'Grace\nHopper\nrest');
    const read = async (name: string) => (await decodeRecording(readFileSync(join(folder, name)))).conditions.input;
    expect(loopscope(['record', 'asks.py', '-o', 'piped.loopscope'], 'Ada').stdout).toBe('name? Ada ');
    expect(await read('piped.loopscope')).toEqual({ text: 'Ada', ended: true });
    expect(loopscope(['record', 'asks.py', '-o', 'filed.loopscope', '--stdin', 'answers.txt']).stdout).toBe('name? Grace Hopper\n');
    expect(await read('filed.loopscope')).toEqual({ text: 'Grace\nHopper\nrest', ended: true });
  });
});

describe('loopscope check', () => {
  it('prints problems and nothing of the program, as the report of a run has them, and fails if one is an error or a warning', () => {
    file('blocks.py', 'import asyncio, time\nasync def main():\n    time.sleep(1)\n    print("slept")\nasyncio.run(main())\n');
    const { stdout, stderr, status } = loopscope(['check', 'blocks.py', '--format', 'json']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
    const { version, problems } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(problems).toMatchObject([{ rule: 'blocking-call', severity: 'warning', file: 'blocks.py', line: 3, column: 5, task: 'main' }]);
    loopscope(['run', 'blocks.py', '--report', 'blocks.json']);
    expect(JSON.parse(readFileSync(join(folder, 'blocks.json'), 'utf8')).problems).toEqual(problems);
  });
});
