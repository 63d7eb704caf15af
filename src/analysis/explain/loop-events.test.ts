import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

describe('the explanation of the loop', () => {
  it('says at its start what it will run first', () => {
    expect(said('task 1 Task-1 main main.py:9\n handle 1 1 firstStep\n loopStart 1')).toBe(
      'The event loop starts to run. First in its ready queue is main.',
    );
    expect(said('loopStart 1')).toBe('The event loop starts to run. Its ready queue is empty so far.');
  });

  it('says at its end where the program goes on', () => {
    const program = "frame 1 0 '<module>' main.py\n line 1 34\n loopStart 1\n loopStop 1";
    expect(said(program)).toBe('The loop stops and hands control back to the program at main.py:34.');
  });

  it('names what runs in a turn, in order', () => {
    expect(said(`${MAIN_A_B}\n suspend 1 task 2 main.py:14\n ran 1\n turn 2 2`)).toBe(
      'The loop begins turn 2, in which it runs, one after the other, a and b. Whatever they schedule waits for turn 3.',
    );
  });

  it('counts those that would make a turn too long to read', () => {
    const many = Array.from({ length: 7 }, (_, i) => `task ${i + 1} Task-${i + 1} t${i + 1}\n handle ${i + 1} ${i + 1} firstStep`);
    expect(said(`${many.join('\n')}\n loopStart 1\n turn 1 7`)).toContain('t1, t2, t3 and 4 more.');
  });

  it('says so when a turn runs one thing or nothing', () => {
    expect(said('task 1 Task-1 main\n handle 1 1 firstStep\n loopStart 1\n turn 1 1')).toBe(
      'The loop begins turn 1, in which it runs main. Whatever that schedules waits for turn 2.',
    );
    expect(said('loopStart 1\n turn 1 0')).toBe('The loop begins turn 1, with nothing in the ready queue to run.');
  });
});

describe('the explanation of the clock', () => {
  const sleeping = `
    ${MAIN_A_B}
    timer 4 0.3s _set_result_unless_cancelled
    suspend 1 sleep 4 main.py:14
    ran 1
    turn 2 2
    run 2
    timer 5 0.3s _set_result_unless_cancelled
    suspend 2 sleep 5 main.py:3`;

  it('says why it jumps, and who is due then', () => {
    expect(said(`${sleeping}\n ran 2\n run 3\n ran 3\n clock 0.3s idle`)).toBe(
      'Nothing is ready, so the loop jumps ahead in virtual time, from 0.000 s to 0.300 s. Then the timers of main and a are due.',
    );
  });

  it('names a callback and a timeout that are due', () => {
    const timers = `loopStart 1
      task 1 Task-1 main
      handle 1 1 firstStep
      turn 1 1
      run 1
      timer 2 1s Timeout._on_timeout
      timer 3 1s tick
      suspend 1 future 1 main.py:3`;
    expect(said(`future 1 Future\n ${timers}\n ran 1\n clock 1s idle`)).toBe(
      'Nothing is ready, so the loop jumps ahead in virtual time, from 0.000 s to 1.000 s. Then the timeout of main and the callback tick are due.',
    );
  });

  it('says who holds the loop, and who has to wait for it', () => {
    expect(said(`${sleeping}\n ran 2\n run 3\n clock 0.5s blocked`)).toBe(
      'b blocks for 0.500 s, without an await: the loop stands still, and nobody else can run. Kept waiting meanwhile: the timers of main and a.',
    );
    expect(said(`${MAIN_A_B}\n clock 0.5s computed`)).toBe(
      'main computes for 0.500 s without an await: the loop stands still, and nobody else can run. Kept waiting meanwhile: a and b.',
    );
  });

  it('says that a sleep outside any loop disturbs nobody', () => {
    expect(said('clock 2s blocked')).toBe('The program holds still for 2.000 s. No loop runs, so nobody is kept waiting.');
  });
});
