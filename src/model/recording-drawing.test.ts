import { describe, expect, it } from 'vitest';
import { draw } from './recording-drawing.test-support';

describe('a drawn recording', () => {
  it('has one event for each line, without comments and empty lines', () => {
    const recording = draw(`
      # how it begins
      task 1 main   # fields left off are 0

      output 1 'two words, # no comment↵'
    `);
    expect(recording.length).toBe(2);
    expect(recording.event(0)).toMatchObject({ type: 'task', task: 1, coro: 0, site: 0 });
    const output = recording.event(1);
    expect(output.type === 'output' && recording.string(output.text)).toBe('two words, # no comment\n');
  });

  it.each([
    { time: '0.3s', ns: 300_000_000 },
    { time: '250ms', ns: 250_000_000 },
    { time: '7ns', ns: 7 },
    { time: '86400s', ns: 86_400e9 },
  ])('reads the time $time', ({ time, ns }) => {
    expect(draw(`clock ${time} idle`).timeAt(0, 0)).toBe(ns);
  });

  it('takes a quoted nothing as the empty text', () => {
    expect(draw(`task 1 '' main`).event(0)).toMatchObject({ name: 0, coro: 1 });
  });

  it('lets a handle run the task that it steps, unless it says otherwise', () => {
    const recording = draw('task 1 main\nhandle 1 1 firstStep\nhandle 2 0 callback\nrun 1\nran 1\nrun 2');
    expect([recording.event(3), recording.event(5)]).toMatchObject([{ task: 1 }, { task: 0 }]);
  });

  it.each([
    { line: 'walk 1', message: '"walk 1": "walk" is no kind of event' },
    { line: 'turn one', message: '"turn one": turn must be an integer, not "one"' },
    { line: 'due 1 2', message: '"due 1 2": due has only 1 fields' },
    { line: 'clock soon', message: '"clock soon": "soon" is no time' },
    { line: 'taskDone 1 perhaps', message: 'taskDone: "perhaps" is none of result, exception, cancelled' },
  ])('says what it cannot read: $line', ({ line, message }) => {
    expect(() => draw(line)).toThrow(message);
  });
});
