import { describe, expect, it } from 'vitest';
import { worldAfter } from '../world-drawing.test-support';

const numbers = (handles: readonly { readonly handle: number }[]): readonly number[] => handles.map(({ handle }) => handle);

describe('the ready queue', () => {
  it('has its handles in the order in which they joined, timers that are due among them', () => {
    const world = worldAfter(`
      timer 1 0.1s tick
      handle 2 0 callback
      clock 0.1s idle
      due 1
      handle 3 0 callback
    `);
    expect(numbers(world.ready)).toEqual([2, 1, 3]);
    expect(world.timers).toEqual([]);
  });

  it('loses a handle when it begins to run', () => {
    expect(numbers(worldAfter('handle 1\nhandle 2\nloopStart 1\nturn 1 2\nrun 1').ready)).toEqual([2]);
  });

  it('does not show a cancelled handle, though it is dropped later', () => {
    const cancelled = 'handle 1\nhandle 2\nhandle 3\nhandleCancelled 2';
    expect(numbers(worldAfter(cancelled).ready)).toEqual([1, 3]);
    expect(numbers(worldAfter(`${cancelled}\nloopStart 1\nrun 1\nran 1\ndropped 2`).ready)).toEqual([3]);
  });

  it('tells of each handle what it is, why it is there and who scheduled it when', () => {
    const world = worldAfter(`
      task 1 main
      handle 1 1 firstStep Task.task_step
      loopStart 1
      run 1
      handle 2 1 yielded Task.task_step
      timer 3 0.5s later
      clock 0.5s blocked
      due 3
    `);
    expect(world.ready).toEqual([
      { handle: 2, task: 1, label: 'Task.task_step', cause: 'yielded', when: null, scheduledBy: 1, scheduledAt: 5 },
      { handle: 3, task: null, label: 'later', cause: 'callback', when: 500_000_000, scheduledBy: 1, scheduledAt: 6 },
    ]);
  });

  it('loses what a former loop had left over when another loop begins, and nothing when the same loop goes on', () => {
    const leftOver = 'handle 1\ntimer 2 1s\nloopStart 1\nhandle 3\nloopStop 1\nhandle 4\ntimer 5 1s\n';
    const again = worldAfter(`${leftOver} loopStart 1`);
    expect([numbers(again.ready), numbers(again.timers)]).toEqual([
      [1, 3, 4],
      [2, 5],
    ]);
    const another = worldAfter(`${leftOver} loopStart 2`);
    expect([numbers(another.ready), numbers(another.timers)]).toEqual([[4], [5]]);
  });
});

describe('the timers', () => {
  it('are in the order in which they will be due, those of one time in order of creation', () => {
    expect(numbers(worldAfter('timer 1 3s\ntimer 2 1s\ntimer 3 2s\ntimer 4 1s').timers)).toEqual([2, 4, 3, 1]);
  });

  it('do not show a cancelled one', () => {
    expect(numbers(worldAfter('timer 1 1s\ntimer 2 2s\nhandleCancelled 1').timers)).toEqual([2]);
  });

  it('name the task that sleeps on them, from when it sleeps', () => {
    const sleeping = 'task 1 main\nhandle 1 1 firstStep\nloopStart 1\nrun 1\ntimer 2 0.3s wake\n';
    expect(worldAfter(sleeping).timers).toMatchObject([{ handle: 2, task: null, cause: null, when: 300_000_000, scheduledBy: 1 }]);
    expect(worldAfter(`${sleeping} suspend 1 sleep 2`).timers).toMatchObject([{ handle: 2, task: 1 }]);
  });
});
