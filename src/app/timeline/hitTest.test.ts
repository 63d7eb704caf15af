import { describe, expect, test } from 'vitest';
import { axisOf } from './axis';
import { LABEL_PX, lanePx, laneTopPx, RULER_PX, type Stage } from './geometry';
import { hitTest } from './hitTest';
import { twoTasks } from './lanes.test-support';
import { Moments } from './moments';
import { Scopes } from './scopes';
import { type Viewport, WHOLE } from './viewport';

const { index, lanes, clock } = twoTasks();
const moments = new Moments(index);
const axis = axisOf('steps', clock);
// The plot is 200 pixels wide: ten pixels a step.
const stage: Stage = { widthPx: LABEL_PX + 200 + 20, heightPx: 200, scrollPx: 0, laneCount: 2 };
const atStep = (step: number) => LABEL_PX + step * 10;
const inLane = (lane: number, seen: Stage = stage) => laneTopPx(seen, lane) + lanePx(2) / 2;
const hit = (x: number, y: number, view: Viewport = WHOLE, seen: Stage = stage) =>
  hitTest(x, y, { stage: seen, lanes, axis, view }, { moments, scopes: new Scopes(index), arrows: [] });

describe('what lies at a point', () => {
  test('in a lane: the span there, and the step next to the point', () => {
    expect(hit(atStep(9.4), inLane(0))).toEqual({ on: 'span', lane: 0, span: 2, step: 9 });
    expect(hit(atStep(19.6), inLane(1))).toEqual({ on: 'span', lane: 1, span: 0, step: 20 });
  });

  test('before a task began, and behind the mark of its end: nothing but a step', () => {
    expect(hit(atStep(1), inLane(0))).toEqual({ on: 'nothing', step: 1 });
    expect(hit(atStep(16) + 8, inLane(0))).toMatchObject({ on: 'span', span: 5 });
    expect(hit(atStep(18), inLane(0))).toEqual({ on: 'nothing', step: 18 });
  });

  test('at the lower edge of a lane: the marker there, with the step after its event', () => {
    const strip = laneTopPx(stage, 0) + lanePx(2) - 4;
    expect(hit(atStep(14) + 3, strip)).toMatchObject({ on: 'moment', lane: 0, step: 14, count: 1, moment: { kind: 'output' } });
    expect(hit(atStep(9), strip)).toMatchObject({ on: 'span', span: 2 });
  });

  test('on the ruler: a step', () => {
    expect(hit(atStep(12), RULER_PX - 1)).toEqual({ on: 'ruler', step: 12 });
  });

  test('left of the lanes: a name; left of the ruler: the first step in sight', () => {
    expect(hit(20, inLane(1))).toEqual({ on: 'name', lane: 1 });
    expect(hit(20, 5, { from: 0.5, to: 1 })).toMatchObject({ on: 'ruler' });
  });

  test('below the lanes: nothing but a step', () => {
    expect(hit(atStep(4), 190)).toEqual({ on: 'nothing', step: 4 });
  });

  test('beyond the right end: the last step', () => {
    expect(hit(stage.widthPx, RULER_PX - 1)).toEqual({ on: 'ruler', step: 20 });
  });

  test('zoomed and scrolled, it is what is drawn there', () => {
    const scrolled = { ...stage, scrollPx: 28 };
    expect(hit(LABEL_PX + 100, inLane(0), { from: 0.25, to: 0.75 })).toEqual({ on: 'span', lane: 0, span: 2, step: 10 });
    expect(hit(LABEL_PX + 195, inLane(1, scrolled), { from: 0.5, to: 1 }, scrolled)).toEqual({ on: 'span', lane: 1, span: 0, step: 20 });
  });
});
