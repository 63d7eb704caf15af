import { describe, expect, test } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { axisOf } from './axis';
import { bracketAt, bracketsOf, drawBrackets } from './brackets';
import { describeScope, insideWords } from './describeScope';
import { DrawLog, NAMED_PALETTE } from './drawLog.test-support';
import { LABEL_PX, laneTopPx } from './geometry';
import { Scopes } from './scopes';
import { Lanes } from './spans';
import { recordedClock } from './stepClock';
import { WHOLE } from './viewport';

/** Main opens a group with a child, in it a timeout that it leaves, then another; the group is never left. */
const recording = draw(`
  loopStart 1
  task 1 main
  handle 1 1 firstStep
  run 1
  scope 1 TaskGroup 1 main.py:4
  task 2 child
  scopeTask 1 2
  scope 2 timeout 1 main.py:6
  scopeDeadline 2 1.5s
  output 1 x
  scopeEnd 2 exception
  scope 3 gather 1
  output 1 y
  ran 1
  end completed 0
`);
const index = new RecordingIndex(recording);
const scopes = new Scopes(index);
const lanes = new Lanes(index);
const axis = axisOf('steps', recordedClock(index, recording.length));
// The plot is 150 pixels wide: ten pixels a step.
const scene = { stage: { widthPx: LABEL_PX + 150 + 20, heightPx: 200, scrollPx: 0, laneCount: 2 }, lanes, axis, view: WHOLE };
const told = (widthPx: number) =>
  bracketsOf(scopes, 1, axis, WHOLE, widthPx).map(
    ({ scope, level, fromPx, toPx }) => `${scope} at level ${level}: ${Math.round(fromPx)}..${Math.round(toPx)}`,
  );

describe('the scopes of a task', () => {
  test('nest by level, and one that opens after another was left takes its level', () => {
    expect(told(150)).toEqual(['1 at level 0: 50..150', '2 at level 1: 80..110', '3 at level 1: 120..150']);
  });

  test('too narrow to be seen are left out, and those behind them are not', () => {
    expect(told(30)).toEqual(['1 at level 0: 10..30']);
  });

  test('open at a step are told from the outside in', () => {
    expect(scopes.openAt(1, 4)).toEqual([]);
    expect(scopes.openAt(1, 8)).toEqual([1, 2]);
    expect(scopes.openAt(1, 11)).toEqual([1]);
    expect(insideWords(index, lanes, scopes, { lane: 0, span: 0 })).toBe('');
    expect(insideWords(index, lanes, scopes, { lane: 0, span: (lanes.at(0)?.count ?? 0) - 1 })).toBe('inside TaskGroup, gather');
  });

  test('are told with their tasks, deadline, place and how they were left', () => {
    expect(describeScope(index, scopes, 1)).toBe('TaskGroup of 1 task, opened at main.py:4, never left');
    expect(describeScope(index, scopes, 2)).toBe('timeout, until 1.500 s, opened at main.py:6, left by an exception');
  });
});

describe('brackets', () => {
  test('run over the lane of the task that opened the scope, with a right end only where it was left', () => {
    const log = new DrawLog();
    drawBrackets(log, scene, scopes, NAMED_PALETTE);
    expect(log.of('stroke').slice(0, 7)).toEqual([
      'stroke from 170.5 46.5 text2',
      'stroke to 170.5 43.5 text2',
      'stroke to 269.5 43.5 text2',
      'stroke from 200.5 49.5 text2',
      'stroke to 200.5 46.5 text2',
      'stroke to 229.5 46.5 text2',
      'stroke to 229.5 49.5 text2',
    ]);
  });

  test('are under the pointer along their line, the inner one where they meet', () => {
    const top = laneTopPx(scene.stage, 0);
    expect(bracketAt(scene, scopes, 0, LABEL_PX + 60, top + 1)?.scope).toBe(1);
    expect(bracketAt(scene, scopes, 0, LABEL_PX + 90, top + 4.5)?.scope).toBe(2);
    expect(bracketAt(scene, scopes, 0, LABEL_PX + 90, top + 14)).toBeNull();
    expect(bracketAt(scene, scopes, 0, LABEL_PX + 20, top + 1)).toBeNull();
  });
});
