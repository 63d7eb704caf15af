import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

describe('the explanation of the end', () => {
  it('says how the program ended', () => {
    expect(said('end completed 0')).toBe('The program has run to its end.');
    expect(said('end completed 3')).toBe('The program ends itself with exit status 3.');
    expect(said("end exception 1 'KeyError: 1 at main.py:3'")).toBe(
      'The program ends with an exception that nothing has caught: KeyError: 1 at main.py:3. Its exit status is 1.',
    );
  });

  it('says why a recording ends before the program', () => {
    expect(said("end budget 4 'the budget of 10 events is used up at main.py:3'")).toBe(
      'The recording ends here, because the budget of 10 events is used up at main.py:3. The program itself would have gone on.',
    );
    expect(said('end stopped 0')).toBe('The recording was stopped here. The program itself would have gone on.');
  });

  it('says who waits for whom in a deadlock', () => {
    const drawing = `resource 1 Lock fork\n resource 2 Lock spoon\n ${MAIN_A_B}
      scope 1 gather 1\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 gather 1\n ran 1
      run 2\n acquired 1 2\n handle 4 2 yielded\n suspend 2 yielded\n ran 2
      run 3\n acquired 2 3\n suspend 3 acquire 1\n ran 3
      run 4\n suspend 2 acquire 2\n ran 4\n end deadlock 3`;
    expect(said(drawing)).toBe(
      'This is a deadlock: nothing is ready, no timer is set, and 3 tasks can never go on. main waits for gather, a waits for the lock spoon (held by b) and b waits for the lock fork (held by a).',
    );
  });
});
