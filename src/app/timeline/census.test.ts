import { describe, expect, test } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { axisOf } from './axis';
import { census, endSteps } from './census';
import { DrawLog, NAMED_PALETTE } from './drawLog.test-support';
import { drawCensus, drawWindow } from './drawMinimap';
import { LABEL_PX } from './geometry';
import { Lanes } from './spans';
import { recordedClock } from './stepClock';

/** Ten events: main from the second on, child from the fifth to the eighth; the loop is held up at the ninth. */
const recording = draw(`
  loopStart 1
  task 1 main
  handle 1 1 firstStep
  run 1
  task 2 child
  handle 2 2 firstStep
  output 1 x
  taskDone 2 cancelled
  clock 1s blocked
  end completed 0
`);
const index = new RecordingIndex(recording);
const lanes = new Lanes(index);
const axis = axisOf('steps', recordedClock(index, recording.length));
const columns = census(index, endSteps(lanes), axis, 10);
const stage = { widthPx: LABEL_PX + 100 + 20, heightPx: 23, scrollPx: 0, laneCount: 0 };

describe('the overview', () => {
  test('counts the tasks alive in each column, from creation to end', () => {
    expect(columns.map(({ alive }) => alive)).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 1, 1]);
  });

  test('knows the columns in which the loop was held up', () => {
    expect(columns.map(({ heldUp }) => heldUp).indexOf(true)).toBe(8);
    expect(columns.filter(({ heldUp }) => heldUp)).toHaveLength(1);
  });

  test('draws the most tasks as high as there is room, and what was held up over them', () => {
    const log = new DrawLog();
    drawCensus(log, stage, columns, NAMED_PALETTE);
    expect(log.of('fillRect')).toContain('fillRect 170 3 10 20 text3');
    expect(log.of('fillRect')).toContain('fillRect 140 13 10 10 text3');
    expect(log.of('fillRect').at(-1)).toBe('fillRect 200 3 10 20 blocking colour');
  });

  test('frames what is in sight and dims the rest', () => {
    const log = new DrawLog();
    drawWindow(log, stage, { from: 0.2, to: 0.5 }, NAMED_PALETTE);
    expect(log.lines).toEqual(['fillRect 120 0 20 23 surface', 'fillRect 170 0 50 23 surface', 'stroke bar 140.5 0.5 29 21.5 accent']);
  });
});
