import { expect, it } from 'vitest';
import { isBad, printed } from './check';
import type { ReportedProblem } from './report';
import { parseCommand } from './usage';

const BLOCKED: ReportedProblem = {
  rule: 'blocking-call',
  severity: 'warning',
  file: 'main.py',
  line: 3,
  column: 5,
  task: 'main',
  step: 9,
  message: 'main held the loop for 100%.',
};
const HINT: ReportedProblem = { ...BLOCKED, rule: 'no-timeout', severity: 'hint', file: null, line: null, column: null };

it('as text, a problem is a line as compilers print it, with the path that was given', () => {
  expect(printed([BLOCKED, HINT], 'text', 'app/main.py')).toBe(
    'app/main.py:3:5: warning: main held the loop for 100%. [blocking-call]\napp/main.py: hint: main held the loop for 100%. [no-timeout]\n',
  );
  expect(printed([], 'text', 'main.py')).toBe('No problems found.\n');
});

it('for GitHub, a problem is a workflow command with what is special in it escaped', () => {
  expect(printed([BLOCKED, HINT], 'github', 'a:b/main.py')).toBe(
    '::warning file=a%3Ab/main.py,line=3,col=5,title=blocking-call::main held the loop for 100%25.\n::notice file=a%3Ab/main.py,title=no-timeout::main held the loop for 100%25.\n',
  );
  expect(printed([], 'github', 'main.py')).toBe('');
});

it('hints alone are not bad', () => {
  expect([isBad([]), isBad([HINT]), isBad([HINT, BLOCKED])]).toEqual([false, false, true]);
});

it('the formats are text unless given, and no others', () => {
  expect(parseCommand(['check', 'main.py'])).toMatchObject({ kind: 'check', program: 'main.py', format: 'text' });
  expect(parseCommand(['check', 'main.py', '--format', 'github'])).toMatchObject({ format: 'github' });
  expect(() => parseCommand(['check', 'main.py', '--format', 'xml'])).toThrow('--format takes text, json, github, not xml');
  expect(() => parseCommand(['run', 'main.py', '--format', 'json'])).toThrow('--format is for check');
});
