import { expect, test } from 'vitest';
import { drawnIndex } from '../../drawnWorld.test-support';
import { ConsoleLog } from './consoleLog';
import { linesOf, writerChoices } from './writers';

const INDEX = drawnIndex(`
  output 1 'start↵'
  loopStart 1
  task 1 Task-1 main
  handle 1 1 firstStep
  task 2 Task-2 a
  handle 2 2 firstStep
  turn 1 2
  run 1
  suspend 1 io 0
  ran 1
  run 2
  output 1 'one↵'
  output 1 'two↵'
  thread 1 pool_0 load
  threadRun 1
  output 1 'three↵'
  threadDone 1
`);
const LINES = new ConsoleLog().linesOf(INDEX);

test('everybody who wrote a line can be chosen, and nobody else', () => {
  expect(writerChoices(INDEX, LINES).map(({ label }) => label)).toEqual(['All output', 'the program', 'a', 'pool_0']);
});

test('the lines of one writer are shown, or those of all', () => {
  const texts = (writer: Parameters<typeof linesOf>[1]) => linesOf(LINES, writer).map(({ text }) => text);
  expect(texts('everybody')).toEqual(['start', 'one', 'two', 'three']);
  expect(texts(-1)).toEqual(['three']);
  expect(texts(0)).toEqual(['start']);
  expect(texts(2)).toEqual(['one', 'two']);
  expect(texts(1)).toEqual([]);
});
