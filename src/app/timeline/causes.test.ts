import { describe, expect, test } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import { draw } from '../../model/recording-drawing.test-support';
import { asTaskId } from '../../model/units';
import { arrowAt, arrowsInSight } from './arrows';
import { axisOf } from './axis';
import { Causes } from './causes';
import { causeOf, causeWords, describeCause } from './describeCause';
import { drawArrows } from './drawArrows';
import { DrawLog, NAMED_PALETTE } from './drawLog.test-support';
import { LABEL_PX } from './geometry';
import { hitTest } from './hitTest';
import { Moments } from './moments';
import { Scopes } from './scopes';
import { Lanes } from './spans';
import { recordedClock } from './stepClock';
import { WHOLE } from './viewport';

/** Main creates child and waits; child ends, and a callback that it scheduled wakes main; main asks late to cancel, which wakes it too. */
const recording = draw(`
  loopStart 1
  task 1 main
  handle 1 1 firstStep
  turn 1 1
  run 1
  task 2 child
  handle 2 2 firstStep
  task 3 late
  handle 3 3 firstStep
  suspend 1 task 2
  ran 1
  turn 2 2
  run 2
  taskDone 2 result 'None'
  handle 4 0 callback 'done'
  ran 2
  run 3
  timer 5 1s
  suspend 3 sleep 5
  ran 3
  turn 3 1
  run 4
  handle 6 1 wakeup
  ran 4
  turn 4 1
  run 6
  cancelRequested 3
  handle 7 3 wakeup
  ran 6
  end completed 0
`);
const index = new RecordingIndex(recording);
const causes = new Causes(index);
const lanes = new Lanes(index);
const axis = axisOf('steps', recordedClock(index, recording.length));
// The plot is 300 pixels wide: ten pixels a step.
const scene = { stage: { widthPx: LABEL_PX + 300 + 20, heightPx: 200, scrollPx: 0, laneCount: 3 }, lanes, axis, view: WHOLE };
const told = (task: number | null) =>
  arrowsInSight(scene, causes, task === null ? null : asTaskId(task)).map(({ cause }) => describeCause(index, cause));

describe('what one task did to another', () => {
  test('is to create it, to wake it, also by way of callbacks, and to ask it to cancel, which wakes it as a matter of course', () => {
    expect(told(null)).toEqual([
      'main creates child.',
      'main creates late.',
      'child does what main waits for, and so wakes it.',
      'main asks late to cancel.',
    ]);
  });

  test('lies where the task did it, and where it took effect', () => {
    expect(causes.at(2)).toMatchObject({ from: 2, to: 1, fromStep: 15, toStep: 23 });
  });

  test('is told at the span that it brought about, and not at what the task did of itself', () => {
    const brought = (lane: number, span: number) => {
      const cause = causeOf(lanes, causes, { lane, span });
      return cause === null ? null : causeWords(index, cause);
    };
    const spans = (lane: number) => Array.from({ length: lanes.at(lane)?.count ?? 0 }, (_, span) => brought(lane, span));
    expect(spans(0)).toEqual([null, null, null, 'woken by child', null, null]);
    expect(spans(2)).toEqual(['created by main', null, null, 'asked to cancel by main']);
    expect(brought(9, 0)).toBeNull();
  });
});

describe('arrows', () => {
  test('of a selected task are those in which it has a part', () => {
    expect(told(2)).toEqual(['main creates child.', 'child does what main waits for, and so wakes it.']);
  });

  test('out of sight are left out', () => {
    expect(arrowsInSight({ ...scene, view: { from: 0.5, to: 0.8 } }, causes, null)).toHaveLength(1);
  });

  test('are a line and a head, with a dot where one creates and a bar where one cancels, each in its colour', () => {
    const log = new DrawLog();
    drawArrows(log, scene.stage, arrowsInSight(scene, causes, null), NAMED_PALETTE);
    expect(log.of('fill').filter((line) => line.includes('arc'))).toHaveLength(2);
    expect(log.of('stroke').filter((line) => line.includes('cancelled colour'))).toHaveLength(4);
    expect(log.of('stroke').filter((line) => line.includes('ready colour'))).toHaveLength(2);
  });

  test('are under the pointer where they run, and a click on one leads to where it takes effect', () => {
    const arrows = arrowsInSight(scene, causes, null);
    const wakes = arrows[2];
    if (wakes === undefined) throw new Error('there is no third arrow');
    const [x, y] = [(wakes.fromX + wakes.toX) / 2, (wakes.fromY + wakes.toY) / 2];
    expect(arrowAt(arrows, x, y)).toBe(wakes);
    expect(arrowAt(arrows, x, y + 30)).toBeNull();
    expect(hitTest(x, y, scene, { moments: new Moments(index), scopes: new Scopes(index), arrows })).toEqual({
      on: 'arrow',
      arrow: wakes,
      step: 23,
    });
  });

  test('of a recording with very many are thinned out', () => {
    const wakes = Array.from({ length: 1000 }, (_, n) => `run ${n + 3} 1↵handle ${n + 4} 2 wakeup↵ran ${n + 3}`.replaceAll('↵', '\n')).join(
      '\n',
    );
    const long = draw(
      `loopStart 1\ntask 1 a\nhandle 1 1 firstStep\ntask 2 b\nhandle 2 2 firstStep\nhandle 3 1 wakeup\n${wakes}\nend completed 0`,
    );
    const longIndex = new RecordingIndex(long);
    const longCauses = new Causes(longIndex);
    const longScene = { ...scene, lanes: new Lanes(longIndex), axis: axisOf('steps', recordedClock(longIndex, long.length)) };
    expect(longCauses.count).toBe(1000);
    expect(arrowsInSight(longScene, longCauses, asTaskId(1)).length).toBeGreaterThan(50);
    expect(arrowsInSight(longScene, longCauses, asTaskId(1)).length).toBeLessThanOrEqual(160);
    expect(arrowsInSight(longScene, longCauses, null)).toEqual([]);
    // Scrolled so that the other end of each is out of sight, they leave the lanes between them to be seen.
    const low = arrowsInSight({ ...longScene, stage: { ...scene.stage, heightPx: 25 } }, longCauses, asTaskId(1)).map(({ fromX }) => fromX);
    expect(low.length).toBeGreaterThan(20);
    expect(low.length).toBeLessThanOrEqual(300 / 8 + 1);
  });
});
