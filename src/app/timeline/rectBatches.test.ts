import { expect, test } from 'vitest';
import { DrawLog, NAMED_PALETTE } from './drawLog.test-support';
import { RectBatches } from './rectBatches';

const drawn = (fill: (batches: RectBatches) => void): readonly string[] => {
  const batches = new RectBatches();
  fill(batches);
  const log = new DrawLog();
  batches.draw(log, NAMED_PALETTE);
  return log.lines;
};

test('a wide bar has its texture, and a gap behind it', () => {
  expect(drawn((batches) => batches.add('waiting', 10, 30, 50, 8))).toEqual(['fill bar 10 46 19 8 waiting fill']);
});

test('a narrow bar is plain and loses nothing', () => {
  expect(drawn((batches) => batches.add('waiting', 10, 13, 50, 8))).toEqual(['fillRect 10 46 3 8 waiting colour']);
});

test('a moment of running is wide enough to be seen', () => {
  expect(drawn((batches) => batches.add('running', 10, 10, 50, 18))).toEqual(['fillRect 10 41 2 18 running colour']);
});

test('edges lie on whole pixels', () => {
  expect(drawn((batches) => batches.add('ready', 10.4, 29.6, 50, 12))).toEqual(['fill bar 10 44 19 12 ready fill']);
});

test('bars that follow on in one state and height become one', () => {
  const lines = drawn((batches) => {
    batches.add('running', 10, 12, 50, 6);
    batches.add('running', 12, 14, 50, 6);
    batches.add('running', 14, 16, 50, 8);
    batches.add('running', 20, 22, 50, 8);
  });
  expect(lines).toEqual(['fillRect 10 47 4 6 running colour', 'fillRect 14 46 2 8 running colour', 'fillRect 20 46 2 8 running colour']);
});

test('bars of different lanes stay apart', () => {
  const lines = drawn((batches) => {
    batches.add('running', 10, 12, 50, 6);
    batches.add('running', 10, 12, 78, 6);
  });
  expect(lines).toHaveLength(2);
});

test('louder states are drawn over quieter ones', () => {
  const lines = drawn((batches) => {
    batches.add('blocking', 10, 30, 50, 22);
    batches.add('sleeping', 10, 30, 50, 8);
  });
  expect(lines.map((line) => line.split(' ').at(-2))).toEqual(['sleeping', 'blocking']);
});
