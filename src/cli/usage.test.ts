import { expect, it } from 'vitest';
import { parseCommand } from './usage';

it('what stands behind -m MODULE is the module’s, but for options of ours with long names', () => {
  const command = parseCommand([
    'run',
    '--seed',
    '3',
    '-m',
    'pytest',
    'test_it.py',
    '-k',
    'a or b',
    '--tb=short',
    '--report',
    'r.json',
    '-v',
  ]);
  expect(command).toMatchObject({ kind: 'run', program: 'pytest', report: 'r.json' });
  expect(command).toMatchObject({ conditions: { seed: 3, module: 'pytest', args: ['test_it.py', '-k', 'a or b', '--tb=short', '-v'] } });
  const recording = parseCommand(['record', '-o', 'a.loopscope', '-m', 'unittest', 'test_it', '--max-steps=500', '--', '--seed', '4']);
  expect(recording).toMatchObject({ kind: 'record', program: 'unittest', output: 'a.loopscope' });
  expect(recording).toMatchObject({ conditions: { seed: 0, budgets: { events: 500 }, args: ['test_it', '--seed', '4'] } });
  expect(() => parseCommand(['run', '-m'])).toThrow('-m needs a module');
  expect(() => parseCommand(['run', 'main.py', '-m', 'pytest'])).toThrow('one program at a time');
});

it('a program runs as a file, without await outside of functions, unless told otherwise', () => {
  expect(parseCommand(['run', 'main.py', '--', '-m', 'x'])).toMatchObject({
    conditions: { module: '', topLevelAwait: false, args: ['-m', 'x'] },
  });
  expect(parseCommand(['run', '--top-level-await', 'main.py'])).toMatchObject({ conditions: { topLevelAwait: true } });
});
