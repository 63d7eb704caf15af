import { describe, expect, it } from 'vitest';
import { lastingStderr } from './lasting-stderr';

describe('lastingStderr', () => {
  it('keeps what is not a traceback as it is', () => {
    const text = 'log: first\n\nprog.py:9: RuntimeWarning: a warning\n  save(1)\n';
    expect(lastingStderr(text)).toBe(text);
  });

  it('keeps the frames of the user and drops those of the standard library and the marks', () => {
    const text = [
      'Traceback (most recent call last):',
      '  File "prog.py", line 22, in <module>',
      '    asyncio.run(main())',
      '    ~~~~~~~~~~~^^^^^^^^',
      '  File "/usr/lib/python3.14/asyncio/runners.py", line 190, in run',
      '    return runner.run(main)',
      '           ^^^^^^^^^^^^^^^^',
      '  File "prog.py", line 10, in load',
      '    raise ConfigError("no such section")',
      'ConfigError: no such section',
      '',
    ];
    expect(lastingStderr(text.join('\n')).split('\n')).toEqual([
      'Traceback (most recent call last):',
      '  File "prog.py", line 22, in <module>',
      '    asyncio.run(main())',
      '  File "prog.py", line 10, in load',
      '    raise ConfigError("no such section")',
      'ConfigError: no such section',
      '',
    ]);
  });

  it('ends a foreign frame at the exception, also in the margins of a group', () => {
    const text = [
      '  + Exception Group Traceback (most recent call last):',
      '  |   File "/usr/lib/python3.14/asyncio/taskgroups.py", line 145, in __aexit__',
      '  |     raise me from None',
      '  | ExceptionGroup: unhandled errors (1 sub-exception)',
      '  +-+---------------- 1 ----------------',
      '    | Traceback (most recent call last):',
      '    |   File "prog.py", line 6, in fail',
      '    |     raise ValueError("child")',
      '    | ValueError: child',
      '    +------------------------------------',
    ];
    expect(lastingStderr(text.join('\n')).split('\n')).toEqual([
      '  + Exception Group Traceback (most recent call last):',
      '  | ExceptionGroup: unhandled errors (1 sub-exception)',
      '  +-+---------------- 1 ----------------',
      '    | Traceback (most recent call last):',
      '    |   File "prog.py", line 6, in fail',
      '    |     raise ValueError("child")',
      '    | ValueError: child',
      '    +------------------------------------',
    ]);
  });
});
