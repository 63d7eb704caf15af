import { describe, expect, it } from 'vitest';
import { RecordingIndex } from './index/recording-index';
import { outputAt, outputsBetween } from './outputs';
import { draw } from './recording-drawing.test-support';
import { asStep } from './units';

const index = new RecordingIndex(
  draw(`
    output 1 'before the loop↵'
    task 1 main
    handle 1 1 firstStep
    loopStart 1
    run 1
    clock 0.5s blocked
    output 2 'half a'
    output 1 'line↵'
    suspend 1 io
    ran 1
  `),
);

describe('the outputs of a recording', () => {
  it('tell what was written, where, when and by whom', () => {
    expect(outputAt(index, 0)).toEqual({ number: 0, stream: 'stdout', text: 'before the loop\n', step: 1, clock: 0, writer: 0 });
    expect(outputAt(index, 1)).toEqual({ number: 1, stream: 'stderr', text: 'half a', step: 7, clock: 500_000_000, writer: 1 });
  });

  it('are those written after one step, up to another', () => {
    const texts = (from: number, to: number): readonly string[] => outputsBetween(index, asStep(from), asStep(to)).map(({ text }) => text);
    expect(texts(0, 10)).toEqual(['before the loop\n', 'half a', 'line\n']);
    expect(texts(1, 7)).toEqual(['half a']);
    expect(texts(7, 7)).toEqual([]);
    expect(texts(7, 1)).toEqual([]);
  });

  it('end with the last', () => {
    expect(() => outputAt(index, 3)).toThrow(RangeError);
  });
});
