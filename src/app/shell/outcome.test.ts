import { describe, expect, test } from 'vitest';
import type { World } from '../../model/world';
import type { RecordEnd } from '../../recorder/protocol';
import { drawnWorld } from '../drawnWorld.test-support';
import { outcomeOf as outcomeOfProgram } from './outcome';

const ENDED = { kind: 'ended' } as const;
const ofText = (text: string) => ({ files: [{ path: 'main.py', text }] });

const outcomeOf = (world: World, how: RecordEnd | null) => outcomeOfProgram(world, how, ofText('print()'));

describe('what is said about the end of a run', () => {
  test('nothing, when it ended as it should', () => {
    expect(outcomeOf(drawnWorld('end completed 0'), ENDED)).toBeNull();
    expect(outcomeOf(drawnWorld('loopStart 1'), null)).toBeNull();
  });

  test('that there was nothing to run, and what to do, when the program has no code', () => {
    const of = (text: string) => outcomeOfProgram(drawnWorld('end completed 0'), ENDED, ofText(text));
    for (const text of ['', '\n \t\n', '# later\n\n  # more\r\n']) {
      expect(of(text)).toMatchObject({ tone: 'calm', title: 'The program is empty', advice: expect.stringContaining('press Run') });
    }
    expect(of('# one line\npass')).toBeNull();
  });

  test("an exit status other than 0 is told, but it is nobody's fault", () => {
    expect(outcomeOf(drawnWorld('end completed 3'), ENDED)).toMatchObject({ tone: 'calm', title: 'The program exited with status 3' });
  });

  test('an uncaught exception is named, with the line where it was raised', () => {
    expect(outcomeOf(drawnWorld("end exception 1 'ValueError: bad thing at main.py:4'"), ENDED)).toMatchObject({
      tone: 'error',
      title: 'Uncaught ValueError',
      detail: 'bad thing at main.py:4',
      place: { file: 'main.py', line: 4 },
    });
  });

  test('an exception without a message is named, too', () => {
    expect(outcomeOf(drawnWorld("end exception 130 'KeyboardInterrupt at main.py:3'"), ENDED)).toMatchObject({
      title: 'Uncaught KeyboardInterrupt',
      detail: 'at main.py:3',
      place: { file: 'main.py', line: 3 },
    });
  });

  test('a syntax error says that nothing ran, and where to mend it', () => {
    const outcome = outcomeOf(drawnWorld("end exception 1 'SyntaxError: invalid syntax (line 2)'"), ENDED);
    expect(outcome).toMatchObject({ title: 'SyntaxError', detail: 'invalid syntax (line 2)', place: { file: 'main.py', line: 2 } });
    expect(outcome?.advice).toContain('nothing ran');
  });

  test('await outside of functions can be allowed; a module that is missing has another in its place', () => {
    const outcome = (text: string) => outcomeOf({ ...drawnWorld(''), end: { outcome: 'exception', status: 1, text } }, ENDED);
    expect(outcome("SyntaxError: 'await' outside function (line 2)")).toMatchObject({ title: 'SyntaxError', awaits: true });
    expect(outcome("SyntaxError: 'await' outside async function (line 2)")).toMatchObject({ awaits: false });
    expect(outcome("ModuleNotFoundError: No module named 'requests' at main.py:1")?.advice).toContain('httpx.AsyncClient');
  });

  test('a deadlock says who waits for what', () => {
    const world = drawnWorld(`
      loopStart 1
      task 1 Task-1 soup
      handle 1 1 firstStep
      turn 1 1
      resource 1 Lock fork
      acquired 1 0
      level 1 1
      run 1
      suspend 1 acquire 1
      ran 1
      end deadlock 3 'nothing can run again'
    `);
    expect(outcomeOf(world, ENDED)).toMatchObject({
      tone: 'error',
      detail: 'soup in fork.acquire(): held by the program',
    });
  });

  test('an exhausted budget offers more', () => {
    expect(outcomeOf(drawnWorld("end budget 4 'the budget of 10 events is used up at main.py:4'"), ENDED)).toMatchObject({
      tone: 'warning',
      extendable: true,
      place: { file: 'main.py', line: 4 },
    });
  });

  test('a run that was stopped by hand says that it is all there', () => {
    expect(outcomeOf(drawnWorld('loopStart 1'), { kind: 'stopped' })).toMatchObject({ tone: 'calm', title: 'Stopped' });
  });

  test('a crash is told with its message, whatever was recorded', () => {
    expect(outcomeOf(drawnWorld('loopStart 1'), { kind: 'crashed', message: 'out of memory' })).toMatchObject({
      tone: 'error',
      detail: 'out of memory',
    });
  });
});
