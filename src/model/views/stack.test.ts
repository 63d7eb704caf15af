import { describe, expect, it } from 'vitest';
import { worldAfter } from '../world-drawing.test-support';

const PROGRAM = 'frame 1 0 <module> main.py\nline 1 30\n';
const IN_TASK = `${PROGRAM} task 1 main\nhandle 1 1 firstStep\nloopStart 1\nturn 1 1\nrun 1\nframe 2 0 main main.py\nline 2 5\n`;

const functions = (drawing: string): readonly string[] => worldAfter(drawing).stack.map((frame) => frame.function);

describe('the stack', () => {
  it('is the program itself before the loop, and says so', () => {
    const world = worldAfter(PROGRAM);
    expect(world.running).toEqual({ handle: null, task: null, label: 'program' });
    expect(world.stack).toMatchObject([{ frame: 1, function: '<module>', file: 'main.py', line: 30 }]);
  });

  it('is empty between handles, where nothing of the user runs', () => {
    const between = worldAfter(`${IN_TASK} suspend 1 io\nran 1`);
    expect([between.running, between.stack]).toEqual([null, []]);
    expect(worldAfter(`${PROGRAM} loopStart 1`).running).toBeNull();
  });

  it('is that of the running task, innermost first, without the program that runs the loop', () => {
    const world = worldAfter(`${IN_TASK} frame 3 2 helper util.py\nline 3 8`);
    expect(world.running).toEqual({ handle: 1, task: 1, label: 'main' });
    expect(world.stack).toMatchObject([
      { function: 'helper', file: 'util.py', line: 8 },
      { function: 'main', file: 'main.py', line: 5 },
    ]);
  });

  it('is that of the caller after a return', () => {
    expect(functions(`${IN_TASK} frame 3 2 helper util.py\nline 3 8\nreturned 3`)).toEqual(['main']);
    expect(functions(`${IN_TASK} returned 2`)).toEqual([]);
  });

  it('shows a call from its first line on', () => {
    expect(functions(`${IN_TASK} frame 3 2 helper util.py`)).toEqual(['main']);
  });

  it('is there again when the task runs again', () => {
    const suspended = `${IN_TASK} frame 3 2 helper util.py\nline 3 8\nsuspend 1 io\nran 1\nhandle 2 1 wakeup\n`;
    expect(functions(suspended)).toEqual([]);
    expect(functions(`${suspended} run 2`)).toEqual(['helper', 'main']);
  });

  it('is that of the program again after the loop', () => {
    const after = worldAfter(`${IN_TASK} returned 2\ntaskDone 1 result\nran 1\nloopStop 1`);
    expect(after.running).toEqual({ handle: null, task: null, label: 'program' });
    expect(after.stack).toMatchObject([{ function: '<module>', line: 30 }]);
  });

  it('follows a call that is resumed under another one', () => {
    const resumed = `${IN_TASK} frame 3 2 generator main.py\nline 3 11\nline 2 6\nframe 4 2 reader main.py\nline 4 20\nframe 3 4 generator main.py\n`;
    expect(functions(resumed)).toEqual(['generator', 'reader', 'main']);
  });

  it('stays as it is when a call ends that is not on it', () => {
    expect(functions(`${IN_TASK} frame 3 2 generator main.py\nline 3 11\nline 2 6\nreturned 3`)).toEqual(['main']);
  });

  it('loses with a call those that it left unfinished', () => {
    expect(functions(`${IN_TASK} frame 3 2 reader main.py\nline 3 11\nframe 4 3 generator main.py\nline 4 20\nreturned 3`)).toEqual([
      'main',
    ]);
  });

  it('is empty after the end', () => {
    const end = worldAfter(`${PROGRAM} end exception 1 'ValueError: x'`);
    expect(end).toMatchObject({ running: null, stack: [], end: { outcome: 'exception', status: 1, text: 'ValueError: x' } });
  });
});

describe('the variables of a call', () => {
  const locals = (events: string) => worldAfter(`${PROGRAM}${events}`).stack[0]?.locals;

  it('have their latest values, and know since when, in the order in which they were first bound', () => {
    expect(locals('local 1 x 1\nlocal 1 y a\nline 1 31\nlocal 1 x 2')).toEqual([
      { name: 'x', value: '2', since: 6 },
      { name: 'y', value: 'a', since: 4 },
    ]);
  });

  it('are gone when unbound, and back in their place when bound again', () => {
    const unbound = 'local 1 x 1\nlocal 1 y 2\nlocal 1 x\n';
    expect(locals(unbound)).toMatchObject([{ name: 'y' }]);
    expect(locals(`${unbound} local 1 x 3`)).toMatchObject([{ name: 'x', value: '3' }, { name: 'y' }]);
  });

  it('are those of their own call, though another has some of the same name', () => {
    const world = worldAfter(`${IN_TASK} local 2 x outer\nframe 3 2 helper util.py\nlocal 3 x inner\nline 3 8`);
    expect(world.stack.map((frame) => frame.locals.map(({ value }) => value))).toEqual([['inner'], ['outer']]);
  });
});

describe('a plain callback that runs', () => {
  it('is called by its name', () => {
    expect(worldAfter('handle 1 0 callback Event.set\nloopStart 1\nrun 1').running).toEqual({ handle: 1, task: null, label: 'Event.set' });
  });
});
