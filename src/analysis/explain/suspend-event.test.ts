import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

/** main has handed over, a runs and has a thing called x of this kind; main waits for it if `behind` says how. */
const aWants = (kind: string, level: string, behind = 'task 3') => `
  resource 1 ${kind} x main.py:3
  level 1 ${level}
  ${MAIN_A_B}
  suspend 1 ${behind} main.py:14
  ran 1
  turn 2 2
  run 2`;

describe('the explanation of a task that waits', () => {
  it('says until when a task sleeps, and what that is good for', () => {
    expect(said(`${MAIN_A_B}\n timer 4 0.3s _set_result_unless_cancelled\n suspend 1 sleep 4 main.py:9`)).toBe(
      'main sleeps for 0.300 s, until 0.300 s. It hands control back to the loop, so that others can run meanwhile.',
    );
  });

  it('says that a task only pauses', () => {
    expect(said(`${MAIN_A_B}\n handle 4 1 yielded\n suspend 1 yielded 0 main.py:9`)).toBe(
      'main pauses to let the others run: it hands control back to the loop, and is in the ready queue again already.',
    );
  });

  it('says what the awaited task is doing', () => {
    const lead = 'suspend 1 task 2 main.py:9';
    expect(said(`${MAIN_A_B}\n ${lead}`)).toBe(
      'main awaits a, which has not begun yet. So it waits until that is finished, and hands control back to the loop.',
    );
    expect(
      said(
        `${MAIN_A_B}\n handle 4 1 yielded\n suspend 1 yielded\n ran 1\n run 2\n timer 5 1s\n suspend 2 sleep 5\n ran 2\n run 3\n ran 3\n run 4\n ${lead}`,
      ),
    ).toBe('main awaits a, which is asleep. So it waits until that is finished, and hands control back to the loop.');
  });

  it('says that a future has no result yet', () => {
    expect(said(`${MAIN_A_B}\n future 1 Future main.py:8\n suspend 1 future 1 main.py:9`)).toBe(
      'main awaits a future that has no result yet. It waits until somebody sets one, and hands control back to the loop.',
    );
  });

  it('says that an answer must come from outside', () => {
    expect(said(`${MAIN_A_B}\n suspend 1 io 0 main.py:9`)).toBe(
      'main waits for an answer from outside, and hands control back to the loop.',
    );
  });
});

describe('the explanation of a task that waits for a resource', () => {
  it('says who has the permits of a semaphore', () => {
    expect(said(`${aWants('Semaphore', '2 2')}\n acquired 1 1\n acquired 1 3\n level 1 0 2\n suspend 2 acquire 1 main.py:6`)).toBe(
      'a asks for a permit of x. Both are taken, by main and b, so it joins the waiters and hands control back to the loop.',
    );
    expect(said(`${aWants('BoundedSemaphore', '1 1')}\n acquired 1 3\n level 1 0 1\n suspend 2 acquire 1 main.py:6`)).toBe(
      'a asks for a permit of x. The only one is taken, by b, so it joins the waiters and hands control back to the loop.',
    );
  });

  it('says whom the task is behind', () => {
    const drawing = aWants('Semaphore', '3 3', 'acquire 1').replace(
      'suspend 1',
      'acquired 1 3\n acquired 1 3\n acquired 1 3\n level 1 0 3\n suspend 1',
    );
    expect(said(`${drawing}\n suspend 2 acquire 1 main.py:6`)).toBe(
      'a asks for a permit of x. All 3 are taken, by b, so it joins the waiters, behind main, and hands control back to the loop.',
    );
  });

  it('says that what is free is promised to others', () => {
    expect(said(`${aWants('Semaphore', '1 2')}\n suspend 2 acquire 1 main.py:6`)).toContain(
      'What is free goes to those who came before, so',
    );
    expect(said(`${aWants('Semaphore', '0 0')}\n suspend 2 acquire 1 main.py:6`)).toContain('None is free, so');
    expect(said(`${aWants('Semaphore', '0 2')}\n acquired 1 3\n suspend 2 acquire 1 main.py:6`)).toContain('None is free, b has one, so');
    expect(said(`${aWants('Lock', '0 1')}\n suspend 2 acquire 1 main.py:6`)).toContain('It is promised to who came before, so');
  });

  it('says who holds a lock', () => {
    expect(said(`${aWants('Lock', '0 1')}\n acquired 1 3\n level 1 1 1\n suspend 2 acquire 1 main.py:6`)).toBe(
      'a asks for the lock x. It is held by b, so it joins the waiters and hands control back to the loop.',
    );
  });

  it('says that a queue is empty or full', () => {
    expect(said(`${aWants('Queue', '0 2')}\n suspend 2 get 1 main.py:6`)).toBe(
      'a asks the queue x for an item. There is none, so it joins the waiters and hands control back to the loop.',
    );
    expect(said(`${aWants('LifoQueue', '0 2')}\n itemPut 1 1 7 0\n itemPut 1 2 8 0\n level 1 2 2 2\n suspend 2 put 1 main.py:6`)).toBe(
      'a wants to put an item into x. Both slots are taken, so it joins the waiters and hands control back to the loop.',
    );
    expect(said(`${aWants('Queue', '0 1')}\n itemPut 1 1 7 -1\n level 1 1 1 1\n suspend 2 put 1 main.py:6`)).toContain(
      'Its only slot is taken',
    );
    expect(said(`${aWants('Queue', '0 2')}\n itemPut 1 1 7 -1\n suspend 2 get 1 main.py:6`)).toContain(
      'What is in it goes to those who came before',
    );
    expect(said(`${aWants('Queue', '0 2')}\n suspend 2 put 1 main.py:6`)).toContain('The free slots go to those who came before');
  });

  it('says how many items join waits for', () => {
    expect(said(`${aWants('Queue', '0 0 3')}\n suspend 2 join 1 main.py:6`)).toBe(
      'a waits until all items of x are done. Without a task_done so far: 3. So it joins the waiters and hands control back to the loop.',
    );
  });

  it('says what an event, a condition and a barrier lack', () => {
    expect(said(`${aWants('Event', '0 1', 'wait 1')}\n suspend 2 wait 1 main.py:6`)).toBe(
      'a waits for the event x. It is not set, so it joins the waiters, behind main, and hands control back to the loop.',
    );
    expect(said(`resource 1 Lock x._lock\n resource 2 Condition x\n resourceLock 2 1\n ${MAIN_A_B}\n suspend 1 wait 2 main.py:6`)).toBe(
      'main waits until somebody notifies x, and gives x._lock back meanwhile. So it joins the waiters and hands control back to the loop.',
    );
    expect(said(`${aWants('Barrier', '2 3')}\n suspend 2 wait 1 main.py:6`)).toBe(
      'a is the 2nd of 3 to arrive at the barrier x. It waits for the others and hands control back to the loop.',
    );
  });
});

describe('the explanation of a task that waits for others', () => {
  const scoped = (kind: string) => `${MAIN_A_B}\n scope 1 ${kind} 1 main.py:8\n scopeTask 1 2\n scopeTask 1 3`;

  it.each([
    ['gather', 'gather', 'main waits for gather: 2 of 2 tasks are unfinished (a and b). Meanwhile it hands control back to the loop.'],
    [
      'TaskGroup',
      'taskGroup',
      'main is at the end of its TaskGroup and has to wait: 2 of 2 tasks are unfinished (a and b). Meanwhile it hands control back to the loop.',
    ],
    ['wait', 'waitMany', 'main waits in asyncio.wait: 2 of 2 tasks are unfinished (a and b). Meanwhile it hands control back to the loop.'],
    [
      'as_completed',
      'asCompleted',
      'main waits for whichever task finishes next: 2 of 2 tasks are unfinished (a and b). Meanwhile it hands control back to the loop.',
    ],
  ])('says which tasks of a %s are unfinished', (kind, reason, expected) => {
    expect(said(`${scoped(kind)}\n suspend 1 ${reason} 1 main.py:9`)).toBe(expected);
  });

  it('says that a gather of futures is not done', () => {
    expect(said(`${MAIN_A_B}\n scope 1 gather 1 main.py:8\n suspend 1 gather 1 main.py:9`)).toContain('what it was given is not done yet');
  });

  it('says what a shield protects', () => {
    expect(said(`${MAIN_A_B}\n scope 1 shield 1 main.py:8\n scopeTask 1 2\n suspend 1 shield 1 main.py:9`)).toBe(
      'main waits behind a shield: a is unfinished. If main is cancelled, that one goes on.',
    );
  });

  it('says that all are finished, when only the news has not arrived', () => {
    const drawing = `${scoped('TaskGroup')}\n handle 4 1 yielded\n suspend 1 yielded\n ran 1
      run 2\n taskDone 2 result None\n ran 2\n run 3\n taskDone 3 result None\n ran 3\n run 4\n suspend 1 taskGroup 1 main.py:9`;
    expect(said(drawing)).toContain('all its tasks are finished, but it has not been told yet');
  });
});
