import { describe, expect, test } from 'vitest';
import { drawnWorld } from '../../drawnWorld.test-support';
import { scopeNote, taskReason } from './reason';

/** The labels, states and reasons at the end of a drawing. */
const reasons = (drawing: string): readonly string[] => {
  const world = drawnWorld(drawing);
  return world.tasks.map((task) => `${task.label}: ${task.state}, ${taskReason(world, task)}`);
};

/** main runs in turn 1, then a, then b, each created by main. */
const THREE_TASKS = `
  loopStart 1
  task 1 Task-1 main main.py:9
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 Task-2 a main.py:10
  handle 2 2 firstStep
  task 3 Task-3 b main.py:11
  handle 3 3 firstStep
`;

describe('why a task is in its state', () => {
  test('a ready task says its place in the ready queue', () => {
    expect(reasons(THREE_TASKS).slice(1)).toEqual(['a: ready, 1st in the ready queue', 'b: ready, 2nd in the ready queue']);
  });

  test('a running task says the line and function where it stands', () => {
    expect(reasons(`${THREE_TASKS}\n frame 1 0 main main.py\n line 1 10`)[0]).toBe('main: running, main.py:10 in main');
  });

  test('a sleeping task says when it wakes', () => {
    expect(reasons(`${THREE_TASKS}\n timer 4 0.3s\n suspend 1 sleep 4 main.py:12\n ran 1`)[0]).toBe('main: sleeping, wakes at 0.300 s');
  });

  test('a task that awaits another says which, and what that one does', () => {
    expect(reasons(`${THREE_TASKS}\n suspend 1 task 2 main.py:12\n ran 1`)[0]).toBe('main: waiting, a, which is ready');
  });

  test('a TaskGroup says how many of its children are unfinished', () => {
    const drawing = `${THREE_TASKS}
      scope 1 TaskGroup 1 main.py:9
      scopeTask 1 2
      scopeTask 1 3
      suspend 1 taskGroup 1 main.py:12
      ran 1
      run 2
      taskDone 2 result 7
      ran 2`;
    expect(reasons(drawing)).toEqual([
      'main: waiting, TaskGroup: 1 of 2 children unfinished',
      'a: done, returned 7',
      'b: ready, 1st in the ready queue',
    ]);
  });

  test('a task that waits for a permit says that all are taken', () => {
    const drawing = `${THREE_TASKS}
      resource 1 Semaphore sem main.py:3
      level 1 2 2
      acquired 1 3
      acquired 1 3
      level 1 0 2
      suspend 1 acquire 1 main.py:6
      ran 1`;
    expect(reasons(drawing)[0]).toBe('main: waiting, sem.acquire(): all 2 permits are taken');
  });

  test('a task that waits for a lock says who holds it', () => {
    const drawing = `${THREE_TASKS}
      resource 1 Lock lock main.py:3
      acquired 1 3
      level 1 1
      suspend 1 acquire 1 main.py:6
      ran 1`;
    expect(reasons(drawing)[0]).toBe('main: waiting, lock.acquire(): held by b');
  });

  test.each([
    ['get', '0 2 0', 'out.get(): the queue is empty'],
    ['put', '2 2 2', 'out.put(): the queue is full, 2 of 2'],
    ['join', '0 2 1', 'out.join(): 1 item not done yet'],
  ])('a task blocked in %s of a queue says what the queue lacks', (call, level, expected) => {
    const drawing = `${THREE_TASKS}\n resource 1 Queue out main.py:3\n level 1 ${level}\n suspend 1 ${call} 1 main.py:6\n ran 1`;
    expect(reasons(drawing)[0]).toBe(`main: waiting, ${expected}`);
  });

  test.each([
    ['Event', '0', 'gate.wait(): not set yet'],
    ['Condition', '0', 'gate.wait(): not notified yet'],
    ['Barrier', '1 3', 'gate.wait(): 1 of 3 have arrived'],
  ])('a task that waits at a %s says what is missing', (kind, level, expected) => {
    const drawing = `${THREE_TASKS}\n resource 1 ${kind} gate main.py:3\n level 1 ${level}\n suspend 1 wait 1 main.py:6\n ran 1`;
    expect(reasons(drawing)[0]).toBe(`main: waiting, ${expected}`);
  });

  test('finished tasks say what they returned, raised, or who cancelled them', () => {
    const drawing = `${THREE_TASKS}
      cancelRequested 3
      taskDone 1 exception 'ValueError(1)'
      ran 1
      run 3
      taskDone 3 cancelled
      ran 3`;
    expect(reasons(drawing)).toEqual([
      'main: failed, ValueError(1)',
      'a: ready, 1st in the ready queue',
      'b: cancelled, cancelled by main',
    ]);
  });
});

describe('who asked for a cancellation', () => {
  const FROM_A_CALLBACK = `handle 4 0 callback\n suspend 1 io 0\n ran 1\n run 4\n cancelRequested`;

  test('is the TaskGroup when its callback did', () => {
    expect(reasons(`${THREE_TASKS}\n scope 1 TaskGroup 1\n scopeTask 1 3\n ${FROM_A_CALLBACK} 3`)[2]).toBe(
      'b: ready, 2nd in the ready queue, to be cancelled by its TaskGroup',
    );
  });

  test('is nobody once it was met: a task that caught it and waits again is only ready', () => {
    const timeout = 'scope 1 timeout 2\n scopeDeadline 1 0.5s\n clock 0.5s computed';
    const goesOn = 'ran 4\n run 2\n suspend 2 io 0\n ran 2\n handle 5 2 wakeup';
    expect(reasons(`${THREE_TASKS}\n ${timeout}\n ${FROM_A_CALLBACK} 2\n ${goesOn}`)[1]).toMatch(/^a: ready, \d.. in the ready queue$/);
  });

  test('is the timeout when its time is up', () => {
    const timeout = 'scope 1 timeout 2\n scopeDeadline 1 0.5s\n clock 0.5s computed';
    expect(reasons(`${THREE_TASKS}\n ${timeout}\n ${FROM_A_CALLBACK} 2`)[1]).toBe(
      'a: ready, 1st in the ready queue, to be cancelled by its timeout',
    );
  });
});

describe('how an open scope stands', () => {
  const note = (drawing: string): string => {
    const world = drawnWorld(`${THREE_TASKS}\n${drawing}`);
    return world.scopes.map((scope) => scopeNote(world, scope)).join('; ');
  };

  test('a TaskGroup counts its unfinished tasks', () => {
    expect(note('scope 1 TaskGroup 1')).toBe('no tasks yet');
    expect(note('scope 1 TaskGroup 1\n scopeTask 1 2\n scopeTask 1 3\n suspend 1 io 0\n ran 1\n run 2\n taskDone 2 result 1')).toBe(
      '1 of 2 unfinished',
    );
  });

  test('a gather of futures that are no tasks says so', () => {
    expect(note('scope 1 gather 1')).toBe('of futures that are no tasks');
    expect(reasons(`${THREE_TASKS}\n scope 1 gather 1\n suspend 1 gather 1`)[0]).toBe('main: waiting, gather: futures that are no tasks');
  });

  test('a timeout says how much time is left', () => {
    expect(note('scope 1 timeout 1\n scopeDeadline 1 0.5s\n clock 0.2s computed')).toBe('0.300 s left');
    expect(note('scope 1 timeout 1\n scopeDeadline 1 0.5s\n clock 0.5s computed')).toBe('time is up');
    expect(note('scope 1 timeout 1\n scopeDeadline 1 0.5s\n scopeDeadline 1 never')).toBe('no deadline');
  });
});
