import { describe, expect, test } from 'vitest';
import { RecordingIndex } from '../../../model/index/recording-index';
import { draw } from '../../../model/recording-drawing.test-support';
import { drawnIndex } from '../../drawnWorld.test-support';
import { type ConsoleLine, ConsoleLog, linesBefore } from './consoleLog';

const shown = (lines: readonly ConsoleLine[]): readonly string[] =>
  lines.map(({ writer, stream, text }) => `${writer || '-'} ${stream} ${text}`);

const TWO_TASKS = `
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  task 2 Task-2 a
  handle 2 2 firstStep
  turn 1 2
  run 1
`;

describe('the lines of the console', () => {
  test('what is written piece by piece is one line until its newline', () => {
    const index = drawnIndex("output 1 'one '\n output 1 two\n output 1 '↵'\n output 1 'three↵four↵'");
    expect(shown(new ConsoleLog().linesOf(index))).toEqual(['- stdout one two', '- stdout three', '- stdout four']);
  });

  test('an empty line is a line', () => {
    expect(shown(new ConsoleLog().linesOf(drawnIndex("output 1 'a↵↵b↵'")))).toEqual(['- stdout a', '- stdout ', '- stdout b']);
  });

  test('each line has one writer, even when another writes before its newline', () => {
    const drawing = `${TWO_TASKS}\n output 1 'main '\n suspend 1 io 0\n ran 1\n run 2\n output 1 'a↵'`;
    expect(shown(new ConsoleLog().linesOf(drawnIndex(drawing)))).toEqual(['1 stdout main ', '2 stdout a']);
  });

  test('stdout and stderr do not run into one line', () => {
    const index = drawnIndex("output 1 out\n output 2 'err↵'\n output 1 'more↵'");
    expect(shown(new ConsoleLog().linesOf(index))).toEqual(['- stdout out', '- stderr err', '- stdout more']);
  });

  test('what is typed stands behind the question, and ends its line', () => {
    const drawing = `${TWO_TASKS}\n output 1 'name? '\n input 'Ada↵'\n output 1 'hello↵'\n input '↵'\n output 2 'err '\n input ''`;
    expect(new ConsoleLog().linesOf(drawnIndex(drawing)).map(({ stream, text, typed }) => [stream, text, typed])).toEqual([
      ['stdout', 'name? ', 'Ada'],
      ['stdout', 'hello', null],
      ['stdout', '', ''],
      ['stderr', 'err ', null],
      ['stdout', '', '^D'],
    ]);
  });

  test('a line carries the virtual time and the step at which it was begun', () => {
    const [line] = new ConsoleLog().linesOf(drawnIndex("loopStart 1\n clock 0.3s idle\n output 1 'x↵'"));
    expect(line).toMatchObject({ clock: 300_000_000, step: 3, output: 0 });
  });

  test('a recording that grows adds to its lines', () => {
    const whole = draw("output 1 'a'\n output 1 'b↵'\n output 1 'c↵'");
    const index = new RecordingIndex(draw("output 1 'a'"));
    const log = new ConsoleLog();
    expect(shown(log.linesOf(index))).toEqual(['- stdout a']);
    index.extend(whole);
    expect(shown(log.linesOf(index))).toEqual(['- stdout ab', '- stdout c']);
  });

  test('without new output the lines are the same', () => {
    const index = drawnIndex("output 1 'a↵'");
    const log = new ConsoleLog();
    expect(log.linesOf(index)).toBe(log.linesOf(index));
  });

  test('the lines before a step are those whose first output lies before it', () => {
    const lines = new ConsoleLog().linesOf(drawnIndex("output 1 'a↵b↵'\n output 1 'c↵'"));
    expect([0, 1, 2].map((outputs) => linesBefore(lines, outputs))).toEqual([0, 2, 3]);
  });
});
