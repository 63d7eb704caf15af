import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

const created = (kind: string, level?: string) => `resource 1 ${kind} x main.py:3${level === undefined ? '' : `\n level 1 ${level}`}`;
/** main waits for x; a runs. */
const mainWaits = (kind: string, level: string, how: string) =>
  `${created(kind, level)}\n ${MAIN_A_B}\n suspend 1 ${how} 1 main.py:14\n ran 1\n turn 2 2\n run 2`;

describe('the explanation of a new resource', () => {
  it.each([
    ['Lock', 'a Lock: only one task can hold it at a time.'],
    ['Event', 'an Event: tasks wait in front of it until somebody sets it.'],
    ['Condition', 'a Condition: tasks wait for it until another one notifies them of a change.'],
    ['Semaphore', 'a Semaphore: it gives out a limited number of permits.'],
    ['BoundedSemaphore', 'a BoundedSemaphore: it gives out a limited number of permits, and never takes back more than it gave.'],
    ['Barrier', 'a Barrier: tasks wait at it until enough of them have arrived.'],
    ['Queue', 'a Queue: some tasks put items into it, others take them out, first in, first out.'],
    ['PriorityQueue', 'a PriorityQueue: some tasks put items into it, others take them out, the smallest first.'],
    ['LifoQueue', 'a LifoQueue: some tasks put items into it, others take them out, last in, first out.'],
  ])('says what a %s is for', (kind, expected) => {
    expect(said(created(kind))).toBe(`The program creates x, ${expected}`);
  });

  it.each([
    ['Lock', '0 1', 'x is free: the first task that asks for it will get it at once.'],
    ['Event', '0 1', 'x is not set: whoever waits for it will have to wait.'],
    ['Semaphore', '1 1', 'x is a semaphore with 1 permit: that many tasks can have one at the same time.'],
    ['BoundedSemaphore', '3 3', 'x is a semaphore with 3 permits: that many tasks can have one at the same time.'],
    ['Barrier', '0 3', 'x opens when 3 tasks have arrived; so far 0 have.'],
    ['Queue', '0 2', 'x is empty and has room for 2 items: when it is full, put waits.'],
    ['PriorityQueue', '0 0', 'x is empty, and its size has no limit: put never waits.'],
  ])('says with what a %s begins', (kind, level, expected) => {
    expect(said(created(kind, level))).toBe(expected);
  });

  it('says what lock a condition uses', () => {
    const drawing = 'resource 1 Lock x._lock\n resource 2 Condition x\n resourceLock 2 1';
    expect(said(drawing)).toBe('The condition x uses the lock x._lock: whoever waits for it or notifies others must hold that lock.');
    expect(said(`${drawing}\n level 2 0`)).toBe('nobody waits for x yet.'.replace('n', 'N'));
  });
});

describe('the explanation of what is taken and given back', () => {
  it('says that a task takes a permit at once', () => {
    expect(said(`${created('Semaphore', '2 2')}\n ${MAIN_A_B}\n acquired 1 1`)).toBe(
      'main takes a permit of x without having to wait. Now 1 of 2 is taken.',
    );
  });

  it('says that a task gets what it has waited for', () => {
    const gets = 'handle 4 1 wakeup\n ran 2\n run 3\n ran 3\n run 4\n acquired 1 1';
    expect(said(`${mainWaits('Semaphore', '0 2', 'acquire')}\n ${gets}`)).toBe('main gets a permit of x, for which it has waited.');
    expect(said(`${mainWaits('Lock', '1 1', 'acquire')}\n ${gets}`)).toBe(
      'main gets the lock x, for which it has waited. Whoever wants it now has to wait.',
    );
  });

  it('says that a task takes a free lock', () => {
    expect(said(`${created('Lock', '0 1')}\n ${MAIN_A_B}\n acquired 1 1`)).toBe(
      'main takes the lock x, which is free. Whoever wants it now has to wait.',
    );
    expect(said(`${created('Lock', '0 1')}\n acquired 1 0`)).toContain('The program takes the lock x');
  });

  it('says who gets what is given back', () => {
    const held = mainWaits('Lock', '0 1', 'acquire').replace('suspend 1', 'acquired 1 2\n level 1 1 1\n suspend 1');
    expect(said(`${held}\n handle 4 1 wakeup\n released 1 2`)).toBe('a gives the lock x back. main has waited for it and can have it.');
    expect(said(`${created('Semaphore', '1 1')}\n ${MAIN_A_B}\n acquired 1 1\n level 1 0 1\n released 1 1`)).toBe(
      'main gives its permit of x back. Nobody is waiting for it.',
    );
  });

  it('says that somebody gives back what it has not taken', () => {
    expect(said(`${created('Semaphore', '1 1')}\n ${MAIN_A_B}\n released 1 1`)).toBe(
      'main releases a permit of x, though it has taken none itself. Nobody is waiting for it.',
    );
  });

  it('says whom a condition notifies', () => {
    const lead = 'resource 1 Lock l\n resource 2 Condition x\n resourceLock 2 1';
    const drawing = `${lead}\n ${MAIN_A_B}\n suspend 1 wait 2\n ran 1\n run 2\n suspend 2 wait 2\n ran 2\n run 3`;
    expect(said(`${drawing}\n notified 2 -1`)).toBe('b notifies all who wait for x: main and a wake, and will first need the lock l.');
    expect(said(`${drawing}\n notified 2 1`)).toBe('b notifies x: main wakes, and will first need the lock l. 1 other will wait on.');
    expect(said(`${lead}\n ${MAIN_A_B}\n notified 2 1`)).toBe('main notifies x, but nobody waits for it, so nothing happens.');
  });
});

describe("the explanation of a resource's numbers", () => {
  const changed = (kind: string, before: string, after: string) => said(`${created(kind, before)}\n ${MAIN_A_B}\n level 1 ${after}`);

  it.each([
    ['Lock', '0 1', '1 1', 'x is locked now.'],
    ['Lock', '1 1', '0 1', 'x is free now.'],
    ['Semaphore', '1 2', '0 2', 'x has no permit left: whoever asks for one now has to wait.'],
    ['Semaphore', '0 2', '1 2', 'x has 1 of its 2 permits to give.'],
    ['Semaphore', '0 1', '1 1', 'x has its permit to give.'],
    ['Semaphore', '2 2', '3 2', 'x has 3 permits to give, more than it began with.'],
    ['Event', '1 1', '0 1', 'main clears x: from now on, whoever waits for it has to wait again.'],
    ['Event', '0 1', '1 1', 'main sets x: nobody is waiting for it, and nobody will have to.'],
    ['Barrier', '0 3', '1 3', '1 of 3 have arrived at x.'],
    ['Barrier', '2 3', '3 3', 'All 3 have arrived at x: it opens, and everybody goes on.'],
    ['Barrier', '3 3', '2 3', '2 tasks have yet to leave x.'],
    ['Barrier', '1 3', '0 3', 'Everybody has left x: it can be used again.'],
    ['Condition', '0 0', '0 0', 'x has 0 tasks waiting for it.'],
    ['Queue', '0 2', '1 2 1', 'x holds 1 item now, of 2 at most.'],
    ['Queue', '1 2 1', '2 2 2', 'x holds 2 items now: it is full, and put has to wait.'],
    ['LifoQueue', '1 0 1', '0 0 1', 'x holds nothing now.'],
    ['Queue', '0 2 2', '0 2 1', 'main reports with task_done that an item of x is done. That leaves 1 unfinished item.'],
    ['Queue', '0 2 1', '0 2 0', 'main reports with task_done that an item of x is done. It was the last one.'],
  ])('says what has changed about a %s that goes from %s to %s', (kind, before, after, expected) => {
    expect(changed(kind, before, after)).toBe(expected);
  });

  it('says who can go on when an event is set, or the last item is done', () => {
    expect(said(`${mainWaits('Event', '0 1', 'wait')}\n level 1 1 1`)).toBe('a sets x: main can go on.');
    expect(said(`${mainWaits('Queue', '0 0 1', 'join')}\n level 1 0 0 0`)).toBe(
      'a reports with task_done that an item of x is done. It was the last one, so main can go on after join.',
    );
  });
});
