import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { record, story } from '../record-program.test-support';

const WAIT = 60_000;
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Output without what differs between machines and runs: the platform, the plugins, addresses and durations. */
const lasting = (output: string): string =>
  output
    .replaceAll(/0x[0-9a-f]+/g, '0x…')
    .replaceAll(/ in [0-9.]+s/g, ' in 0.00s')
    .replaceAll(/^(platform|plugins:|asyncio:|cachedir:) .*\n/gm, '');

/** Several runs of pytest in one interpreter, the output of each behind a line of its own; a status behind each. */
const runs = (...commands: readonly (readonly string[])[]): string => `import pytest
for arguments in ${JSON.stringify(commands)}:
    print("$", *arguments)
    print("status", int(pytest.main(arguments)))
`;

describe("pytest's stand-in", () => {
  it(
    'prints what pytest 9.0.3 prints: outcomes, the source of failures, what assertions saw, output, warnings, the summary',
    async () => {
      const { stdout, stderr, report } = await record(
        { 'test_it.py': read('test_it.py') },
        { module: 'pytest', args: ['-ra', 'test_it.py'] },
      );
      expect(lasting(stdout)).toBe(read('test_it.txt'));
      expect(stderr).toBe('');
      expect(report).toMatchObject({ outcome: 'completed', status: 1 });
    },
    WAIT,
  );

  it(
    'tells more or less, chooses tests, stops early, and ends with the status that pytest has',
    async () => {
      const commands = [
        ['-k', 'list or class', '-vv', '--tb=short', 'test_it.py'],
        ['-q', '-x', '-W', 'ignore', 'test_it.py'],
        ['-q', '-k', 'absent', 'test_it.py'],
        ['-q', 'test_it.py::test_fine', 'test_it.py::TestClass::test_method'],
        ['-q', 'nope.py'],
        ['--lf'],
        ['-q', 'test_bad.py'],
      ];
      const files = { 'main.py': runs(...commands), 'test_it.py': read('test_it.py'), 'test_bad.py': 'import nowhere\n' };
      const { stdout, stderr } = await record(files);
      const parts = lasting(stdout).split(/^\$ .*\n/m);
      expect(parts[1]).toBe(`${read('verbose.txt')}status 1\n`);
      expect(parts[2]).toBe(`${read('quiet.txt')}status 1\n`);
      expect(parts[3]).toBe('\n37 deselected in 0.00s\nstatus 5\n');
      expect(parts[4]).toBe(`...${' '.repeat(70)}[100%]\n3 passed in 0.00s\nstatus 0\n`);
      expect(parts[5]).toBe('\nno tests ran in 0.00s\nstatus 4\n');
      expect(parts[6]).toBe('status 4\n');
      expect(parts[7]).toContain("ImportError while importing test module '/program/test_bad.py'.");
      expect(parts[7]).toContain("E   ModuleNotFoundError: No module named 'nowhere'");
      expect(parts[7]).toMatch(/!!! Interrupted: 1 error during collection !!!+\n1 error in 0.00s\nstatus 2\n$/);
      expect(stderr).toBe("ERROR: file or directory not found: nope.py\n\nERROR: Loopscope's stand-in for pytest has no option --lf\n\n");
    },
    WAIT,
  );

  it(
    'runs coroutines as pytest-asyncio does, in strict and in auto mode, and records them as any other program',
    async () => {
      const recorded = await record({ 'test_async.py': read('test_async.py') }, { module: 'pytest', args: ['test_async.py', '-v'] });
      expect(recorded.stderr).toBe('');
      expect(recorded.stdout.split('\n').slice(4, 7)).toEqual([
        'plugins: asyncio-1.3.0',
        'asyncio: mode=Mode.STRICT, debug=False, asyncio_default_fixture_loop_scope=None, asyncio_default_test_loop_scope=function',
        'collecting ... collected 7 items',
      ]);
      expect(recorded.stdout.match(/^test_async.py::\S+ \w+/gm)).toEqual([
        'test_async.py::test_add PASSED',
        'test_async.py::test_fixture FAILED',
        'test_async.py::test_group[1] PASSED',
        'test_async.py::test_group[2] FAILED',
        'test_async.py::test_loops_are_the_tests_own PASSED',
        'test_async.py::test_loop_of_the_module PASSED',
        'test_async.py::test_timeout PASSED',
      ]);
      expect(recorded.stdout).toContain(`server = {'port': 80}

    async def test_fixture(server):
>       assert await add(1, server["port"]) == 3
E       assert 81 == 3

test_async.py:33: AssertionError
---------------------------- Captured stdout setup -----------------------------
up
--------------------------- Captured stdout teardown ---------------------------
down
`);
      expect(recorded.stdout).toMatch(/= 2 failed, 5 passed in 4.70s =/);
      expect(story(recorded, 'task').map((line) => line.split(' ')[3])).toContain('test_group');
      expect(story(recorded, 'local').some((line) => line.includes('@'))).toBe(false);
    },
    WAIT,
  );

  it(
    'reads its settings, conftest.py and marks, and says by name what it lacks',
    async () => {
      const { stdout, stderr } = await record({
        'main.py': runs(['-q'], ['-q', '-o', 'asyncio_mode=strict', 'test_auto.py'], ['-q', 'sub']),
        'pytest.ini': '[pytest]\nasyncio_mode = auto\naddopts = -rs\ntestpaths = test_auto.py test_case.py\n',
        'conftest.py': 'import pytest\n\n@pytest.fixture\nasync def number():\n    return 7\n',
        'test_auto.py': 'async def test_seven(number):\n    assert number == 7\n',
        'test_case.py': `import unittest, pytest
class Case(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.n = 1
    async def test_n(self):
        self.assertEqual(self.n, 1)
    @unittest.skip("not now")
    def test_skip(self):
        pass
def test_lacks():
    with pytest.raises(AttributeError, match="Loopscope's stand-in for pytest has no 'hookimpl'"):
        pytest.hookimpl
`,
        'sub/conftest.py': 'def pytest_runtest_makereport(item, call):\n    pass\n',
        'sub/test_sub.py': 'def test_it():\n    pass\n',
      });
      const parts = lasting(stdout).split(/^\$ .*\n/m);
      expect(parts[1]).toBe(`..s.${' '.repeat(69)}[100%]
=========================== short test summary info ============================
SKIPPED [1] test_case.py:7: not now
3 passed, 1 skipped in 0.00s
status 0
`);
      expect(parts[2]).toContain("pytest.PytestRemovedIn9Warning: 'test_seven' requested an async fixture 'number'");
      expect(parts[3]).toBe('status 4\n');
      expect(stderr).toBe("ERROR: Loopscope's stand-in for pytest has no hook 'pytest_runtest_makereport' (/program/sub/conftest.py)\n\n");
    },
    WAIT,
  );
});
