import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

const open = (kind: string) => `${MAIN_A_B}\n scope 1 ${kind} 1 main.py:8`;
const full = (kind: string) => `${open(kind)}\n scopeTask 1 2\n scopeTask 1 3`;
const ended = (kind: string, outcome: string) => said(`${full(kind)}\n scopeEnd 1 ${outcome}`);

describe('the explanation of a scope', () => {
  it.each([
    ['TaskGroup', 'main enters a TaskGroup. It can leave the block only when all tasks created in it are finished.'],
    ['timeout', 'main enters a timeout: what it does in the block may take only so long.'],
    ['gather', 'main starts a gather, which runs several tasks at once and collects their results.'],
    ['shield', 'main puts a shield around a task, so that the task goes on even if main is cancelled.'],
    ['wait', 'main calls asyncio.wait on several tasks: it will wait for the first of them, or for all.'],
    ['as_completed', 'main calls as_completed, to get the results in the order in which they come in.'],
  ])('says what a %s is good for', (kind, expected) => {
    expect(said(open(kind))).toBe(expected);
  });

  it('says whose tasks belong to it', () => {
    expect(said(full('TaskGroup'))).toBe('b now belongs to the TaskGroup of main, which has 2 tasks so far.');
    expect(said(full('gather'))).toBe('b is the 2nd task that main gives to gather.');
    expect(said(`${open('shield')}\n scopeTask 1 2`)).toBe('a is what the shield protects.');
  });

  it('says how long a timeout lasts', () => {
    const risk = 'If main is still in the block then, it is cancelled, and TimeoutError is raised.';
    expect(said(`${open('timeout')}\n scopeDeadline 1 0.5s`)).toBe(`The timeout of main will be up in 0.500 s, at 0.500 s. ${risk}`);
    expect(said(`${open('timeout')}\n scopeDeadline 1 0.5s\n clock 0.2s blocked\n scopeDeadline 1 1s`)).toBe(
      `The timeout of main is moved from 0.500 s to 1.000 s, 0.800 s from now. ${risk}`,
    );
    expect(said(`${open('timeout')}\n scopeDeadline 1 never`)).toBe(
      'The timeout of main has no deadline yet: it can last as long as it likes.',
    );
    expect(said(`${open('timeout')}\n scopeDeadline 1 1s\n scopeDeadline 1 never`)).toContain('has no deadline any more');
    expect(said(`${open('timeout')}\n scopeDeadline 1 never\n scopeDeadline 1 1s`)).toContain('will be up in 1.000 s');
  });
});

describe('the explanation of the end of a scope', () => {
  it('says how a TaskGroup is left', () => {
    expect(ended('TaskGroup', 'result')).toBe('All tasks of the TaskGroup are finished, so main leaves the block at main.py:8.');
    expect(ended('TaskGroup', 'cancelled')).toBe(
      'main leaves its TaskGroup, because it was itself cancelled. No task of the group is left.',
    );
    const failed = `${full('TaskGroup')}\n suspend 1 taskGroup 1\n ran 1\n run 2\n taskDone 2 exception 'ValueError(1)'\n scopeEnd 1 exception`;
    expect(said(failed)).toBe('main leaves its TaskGroup with an exception group, because a failed. No task of the group is left.');
  });

  it('says whether a timeout was left in time', () => {
    const timed = `${open('timeout')}\n scopeDeadline 1 0.5s`;
    expect(said(`${timed}\n scopeEnd 1 result`)).toBe('main leaves the timeout in time, 0.500 s before it would have been up.');
    expect(said(`${timed}\n clock 0.5s blocked\n scopeEnd 1 cancelled`)).toBe(
      'main leaves the timeout because the time is up: the cancellation turns into a TimeoutError.',
    );
    expect(said(`${timed}\n scopeEnd 1 cancelled`)).toBe('main leaves the timeout before the time is up, because it was itself cancelled.');
    expect(said(`${timed}\n scopeEnd 1 exception`)).toBe('An exception leaves the timeout of main, before the time was up.');
    expect(said(`${open('timeout')}\n scopeEnd 1 result`)).toBe('main leaves the timeout.');
  });

  it('says what becomes of a gather', () => {
    expect(ended('gather', 'result')).toBe('gather has the results of all its tasks. main will get them in the order of the arguments.');
    expect(ended('gather', 'cancelled')).toBe('gather is cancelled, and its tasks with it.');
    const failed = `${full('gather')}\n suspend 1 gather 1\n ran 1\n run 2\n taskDone 2 exception 'ValueError(1)'\n scopeEnd 1 exception`;
    expect(said(failed)).toBe(
      'gather hands an exception on to main, because a failed. It does not cancel its other tasks: b keeps running.',
    );
  });

  it('says what becomes of a shield, a wait and an as_completed', () => {
    expect(ended('shield', 'result')).toBe('The task behind the shield is finished, and main gets what came of it.');
    expect(ended('shield', 'cancelled')).toBe(
      'main no longer waits behind the shield: it is cancelled, and the shielded task goes on by itself.',
    );
    expect(ended('wait', 'result')).toBe(
      'asyncio.wait has what it waited for. main will get the tasks that are done, and those still pending.',
    );
    expect(ended('as_completed', 'result')).toBe('as_completed has nothing left to wait for.');
  });
});
