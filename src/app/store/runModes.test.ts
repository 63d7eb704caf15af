import { expect, test } from 'vitest';
import { AS_A_FILE, importsUvloop, isTestFile, nextMode, WITH_TOP_LEVEL_AWAIT, withPytest } from './runModes';

const TESTS = 'import pytest\n\n@pytest.mark.asyncio\nasync def test_it():\n    pass\n';

test('a text with tests that nobody runs is one for pytest', () => {
  expect(isTestFile(TESTS)).toBe(true);
  expect(isTestFile('from pytest import raises\nclass TestIt:\n    pass\n')).toBe(true);
  expect(isTestFile(`${TESTS}\nif __name__ == "__main__":\n    pytest.main()\n`)).toBe(false);
  expect(isTestFile('def test_it():\n    pass\n')).toBe(false);
  expect(isTestFile('import pytest\nprint(pytest)\n')).toBe(false);
});

test('a text that imports uvloop is known', () => {
  expect(importsUvloop('import asyncio\nimport uvloop\n')).toBe(true);
  expect(importsUvloop('import uvloops\n# import uvloop\n')).toBe(false);
});

test('Run begins a program as the last time, but with pytest only what has tests', () => {
  expect(nextMode(undefined, AS_A_FILE, '')).toEqual(AS_A_FILE);
  expect(nextMode(WITH_TOP_LEVEL_AWAIT, AS_A_FILE, 'print()')).toEqual(WITH_TOP_LEVEL_AWAIT);
  expect(nextMode(withPytest('main.py'), AS_A_FILE, TESTS)).toEqual({ module: 'pytest', args: ['main.py', '-v'], topLevelAwait: false });
  expect(nextMode(withPytest('main.py'), AS_A_FILE, 'print()')).toEqual(AS_A_FILE);
});
