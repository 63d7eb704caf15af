import { describe, expect, test } from 'vitest';
import { linkedOutput, tracebackRole } from './traceback';

describe('a traceback on stderr', () => {
  test.each([
    ['  File "main.py", line 3, in work', 'frame'],
    ['  |   File "/lib/python3.14/asyncio/runners.py", line 127, in run', 'frame'],
    ['ValueError: no such page', 'exception'],
    ['KeyboardInterrupt', 'exception'],
    ['  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)', 'exception'],
    ['asyncio.exceptions.CancelledError', 'exception'],
    ['Traceback (most recent call last):', 'other'],
    ['    raise ValueError(page)', 'other'],
    ['an Error in the middle of words', 'other'],
  ])('%s is told apart as %s', (line, role) => {
    expect(tracebackRole(line)).toBe(role);
  });

  test("a place in the program's files is a link, and the rest stays", () => {
    expect(linkedOutput('  |   File "main.py", line 12, in fetch', ['main.py'])).toEqual([
      { kind: 'text', text: '  |   ' },
      { kind: 'place', place: { file: 'main.py', line: 12 } },
      { kind: 'text', text: ', in fetch' },
    ]);
    expect(linkedOutput('  File "/home/web/main.py", line 2, in <module>', ['main.py'])).toContainEqual({
      kind: 'place',
      place: { file: 'main.py', line: 2 },
    });
  });

  test('a place elsewhere is no link', () => {
    const line = '  File "/lib/python3.14/asyncio/notmain.py", line 127, in run';
    expect(linkedOutput(line, ['main.py'])).toEqual([{ kind: 'text', text: line }]);
    expect(linkedOutput('saved /0', ['main.py'])).toEqual([{ kind: 'text', text: 'saved /0' }]);
  });
});
