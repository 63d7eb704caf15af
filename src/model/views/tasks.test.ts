import { describe, expect, it } from 'vitest';
import type { TaskView } from '../world';
import { worldAfter } from '../world-drawing.test-support';

const STARTED = `
  task 1 Task-1 main main.py:20
  handle 1 1 firstStep
  loopStart 1
  turn 1 1
  run 1
`;

/** The first task after a drawing. */
function mainAfter(drawing: string): TaskView {
  const task = worldAfter(drawing).tasks[0];
  if (task === undefined) throw new Error('the drawing has no task');
  return task;
}

describe('a task', () => {
  it('is named, and knows who created it where and when', () => {
    const [, child] = worldAfter(`${STARTED} task 2 saver Crawler.save main.py:7`).tasks;
    expect(child).toMatchObject({
      task: 2,
      label: 'saver',
      name: 'saver',
      coro: 'Crawler.save',
      createdBy: 1,
      createdPlace: { file: 'main.py', line: 7 },
      createdAt: 6,
    });
    expect(mainAfter(STARTED)).toMatchObject({ label: 'main', name: 'Task-1', createdBy: null });
  });

  it('has the name that it was given last', () => {
    expect(mainAfter(`${STARTED} taskName 1 boss`)).toMatchObject({ name: 'boss', label: 'boss' });
  });

  it('waits for nothing in particular until its first handle is queued, and is ready then', () => {
    expect(mainAfter('task 1')).toMatchObject({ state: 'waiting', wait: null, since: 1 });
    expect(mainAfter('task 1\nhandle 1 1 firstStep')).toMatchObject({ state: 'ready', since: 2 });
  });

  it('runs from its handle on', () => {
    expect(mainAfter(STARTED)).toMatchObject({ state: 'running', wait: null, since: 5 });
  });

  it.each([
    {
      on: 'a timer',
      events: 'timer 2 0.3s\nsuspend 1 sleep 2',
      state: 'sleeping',
      wait: { reason: 'sleep', handle: 2, until: 300_000_000 },
    },
    { on: 'a lock', events: 'resource 1 Lock lock\nsuspend 1 acquire 1', state: 'waiting', wait: { reason: 'acquire', resource: 1 } },
    { on: 'another task', events: 'task 2\nsuspend 1 task 2', state: 'waiting', wait: { reason: 'task', task: 2 } },
    {
      on: 'a future',
      events: `future 1 'a reply'\nsuspend 1 future 1`,
      state: 'waiting',
      wait: { reason: 'future', future: 1, text: 'a reply' },
    },
    { on: 'a task group', events: 'scope 1 TaskGroup 1\nsuspend 1 taskGroup 1', state: 'waiting', wait: { reason: 'taskGroup', scope: 1 } },
    {
      on: 'the network',
      events: "io 1 0.5s 'read a:80'\nsuspend 1 io 1",
      state: 'io',
      wait: { reason: 'io', io: 1, label: 'read a:80', until: 500_000_000 },
    },
  ])('that is suspended on $on says so', ({ events, state, wait }) => {
    expect(mainAfter(`${STARTED}${events}`)).toMatchObject({ state, wait });
  });

  it('that only lets others go first is ready', () => {
    expect(mainAfter(`${STARTED} handle 2 1 yielded\nsuspend 1 yielded`)).toMatchObject({ state: 'ready', wait: null });
  });

  it('that is suspended with its next handle queued already is ready, whatever it says it waits for', () => {
    expect(mainAfter(`${STARTED} future 1\nhandle 2 1 wakeup\nsuspend 1 future 1`)).toMatchObject({ state: 'ready', wait: null });
  });

  it('is ready as soon as its timer is due, before the timer has called back', () => {
    const due = `${STARTED} timer 2 0.3s\nsuspend 1 sleep 2\nran 1\nclock 0.3s idle\ndue 2`;
    expect(mainAfter(due)).toMatchObject({ state: 'ready', wait: null, since: 10 });
    expect(mainAfter(`${due}\nturn 2 1\nrun 2\nhandle 3 1 wakeup`)).toMatchObject({ state: 'ready', since: 10 });
  });

  it('is ready when a handle for it is queued', () => {
    expect(mainAfter(`${STARTED} suspend 1 io\nran 1\nhandle 2 1 wakeup`)).toMatchObject({ state: 'ready', since: 8 });
  });

  it.each([
    { outcome: 'result', text: '42', state: 'done' },
    { outcome: 'exception', text: 'ValueError()', state: 'failed' },
    { outcome: 'cancelled', text: 'CancelledError()', state: 'cancelled' },
  ])('ends as $state with its $outcome, and stands nowhere any more', ({ outcome, text, state }) => {
    const ended = mainAfter(`${STARTED} frame 1 0 main main.py\nline 1 5\ntaskDone 1 ${outcome} ${text}`);
    expect(ended).toMatchObject({ state, result: text, place: null, wait: null });
  });

  it('knows who last asked for its cancellation', () => {
    const asked = `${STARTED} suspend 1 io\nran 1\ntask 2\nhandle 2 2 firstStep\nrun 2\ncancelRequested 1`;
    expect(mainAfter(asked).cancelRequestedBy).toEqual({ task: 2, step: 11 });
    expect(mainAfter(`${STARTED} cancelRequested 1`).cancelRequestedBy).toEqual({ task: 1, step: 6 });
    expect(mainAfter('task 1\ncancelRequested 1').cancelRequestedBy).toEqual({ task: null, step: 2 });
  });

  it('belongs to the scope that it joined last', () => {
    expect(mainAfter(STARTED).scope).toBeNull();
    expect(mainAfter(`${STARTED} scope 1 TaskGroup\nscopeTask 1 1\nscope 2 gather\nscopeTask 2 1`).scope).toBe(2);
  });

  it('is running still when the program was ended in the middle of it', () => {
    expect(mainAfter(`${STARTED} frame 1 0 main main.py\nline 1 5\nend budget 4`)).toMatchObject({
      state: 'running',
      place: { file: 'main.py', line: 5 },
    });
  });
});

describe('where a task stands', () => {
  const RECORDED = `${STARTED} frame 1 0 main main.py\nline 1 5\nframe 2 1 helper util.py\nline 2 9\n`;

  it('is the line of its innermost call', () => {
    expect(mainAfter(RECORDED).place).toEqual({ file: 'util.py', line: 9 });
    expect(mainAfter(`${RECORDED} returned 2`).place).toEqual({ file: 'main.py', line: 5 });
  });

  it('is the line of the caller until a call has begun its first line', () => {
    expect(mainAfter(`${RECORDED} frame 3 2 deeper other.py`).place).toEqual({ file: 'util.py', line: 9 });
  });

  it('stays the same while it is suspended, and is back when it runs again', () => {
    const suspended = `${RECORDED} suspend 1 io 0 elsewhere.py:1\nran 1`;
    expect(mainAfter(suspended).place).toEqual({ file: 'util.py', line: 9 });
    expect(mainAfter(`${suspended}\nhandle 2 1 wakeup\nrun 2`).place).toEqual({ file: 'util.py', line: 9 });
  });

  it('is where it was suspended, if lines are not recorded', () => {
    const suspended = `${STARTED} suspend 1 io 0 main.py:12\nran 1`;
    expect(mainAfter(suspended).place).toEqual({ file: 'main.py', line: 12 });
    expect(mainAfter(`${suspended}\nhandle 2 1 wakeup\nrun 2`).place).toEqual({ file: 'main.py', line: 12 });
  });

  it('is nowhere any more once its own call has returned', () => {
    const again = `${RECORDED} suspend 1 io 0 main.py:5\nran 1\nhandle 2 1 wakeup\nrun 2\nreturned 2\n`;
    expect(mainAfter(again).place).toEqual({ file: 'main.py', line: 5 });
    expect(mainAfter(`${again} returned 1`).place).toBeNull();
  });

  it('is nowhere before its first line', () => {
    expect(mainAfter(STARTED).place).toBeNull();
  });
});

describe('a task that holds the loop', () => {
  const BLOCKED = `${STARTED} clock 0.5s blocked\n`;

  it('is blocking right after the clock moved, since it first did', () => {
    expect(mainAfter(BLOCKED)).toMatchObject({ state: 'blocking', since: 6 });
    expect(mainAfter(`${BLOCKED} clock 0.7s computed`)).toMatchObject({ state: 'blocking', since: 6 });
  });

  it('is running again at the next event of any other kind', () => {
    expect(mainAfter(`${BLOCKED} output 1 done`)).toMatchObject({ state: 'running', since: 7 });
    expect(mainAfter(`${BLOCKED} output 1 done\noutput 1 more`)).toMatchObject({ state: 'running', since: 7 });
    expect(mainAfter(`${BLOCKED} io 1 never\nsuspend 1 io 1`)).toMatchObject({ state: 'io', since: 8 });
  });

  it('is not blocking because the clock moved before it ran', () => {
    expect(mainAfter('task 1\nhandle 1 1 firstStep\nloopStart 1\nclock 1s blocked\nrun 1')).toMatchObject({ state: 'running', since: 5 });
  });
});
