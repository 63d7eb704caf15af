import { describe, expect, test } from 'vitest';
import { axisOf } from './axis';
import { drawLanes, drawNames, type LaneScene, shortened } from './drawLanes';
import { DrawLog, NAMED_PALETTE } from './drawLog.test-support';
import { drawOverlay } from './drawOverlay';
import { drawGrid, drawRuler } from './drawRuler';
import { drawSelection } from './drawSelection';
import { LABEL_PX, RULER_PX } from './geometry';
import { PLAIN_ROW } from './laneRows';
import { twoTasks } from './lanes.test-support';
import { playheadPx } from './Playhead';
import { type Viewport, WHOLE } from './viewport';

const { lanes, clock } = twoTasks();
const axis = axisOf('steps', clock);
// The plot is 200 pixels wide: ten pixels a step.
const stage = { widthPx: LABEL_PX + 200 + 20, heightPx: 200, scrollPx: 0, laneCount: 2 };
const scene: LaneScene = {
  stage,
  lanes,
  axis,
  view: WHOLE,
  lookOf: () => PLAIN_ROW,
  labelOf: (lane) => ['main', 'helper'][lane] ?? '',
  selectedLane: -1,
};

const drawn = (render: (log: DrawLog) => void): DrawLog => {
  const log = new DrawLog();
  render(log);
  return log;
};

describe('lanes', () => {
  test('a task is drawn as bars of its states where its steps lie, running taller than sleeping, and its end as a mark', () => {
    const log = drawn((pen) => drawLanes(pen, { ...scene, stage: { ...stage, laneCount: 1 } }, NAMED_PALETTE));
    expect(log.of('fill')).toEqual([
      'fill bar 200 52 29 8 sleeping fill',
      'fill bar 150 50 19 12 ready fill',
      'fill bar 230 50 19 12 ready fill',
      'fill bar 170 47 29 18 running fill',
      'fill bar 250 47 29 18 running fill',
    ]);
    expect(log.of('stroke')[0]).toMatch(/^stroke from 2\d\d .* done colour$/);
  });

  test('the selected lane has a band behind it, as wide as the canvas', () => {
    const log = drawn((pen) => drawLanes(pen, { ...scene, selectedLane: 1 }, NAMED_PALETTE));
    expect(log.of('fillRect')).toContainEqual(`fillRect 0 ${RULER_PX + 6 + 28} ${stage.widthPx} 28 selected`);
    expect(drawn((pen) => drawLanes(pen, scene, NAMED_PALETTE)).of('fillRect')).toEqual([]);
  });

  test('lanes that are scrolled out of sight are not drawn', () => {
    const scrolled = { ...scene, stage: { ...stage, scrollPx: 40 } };
    const names = drawn((pen) => drawNames(pen, scrolled, NAMED_PALETTE)).of('text');
    expect(names).toHaveLength(1);
    expect(names[0]).toContain('helper');
  });

  test('names stand beside their lanes, the selected one stronger', () => {
    const names = drawn((pen) => drawNames(pen, { ...scene, selectedLane: 1 }, NAMED_PALETTE)).of('text');
    expect(names).toEqual(['text 14 56.5 main (names, text)', 'text 14 84.5 helper (selected name, accent)']);
  });

  test('children are set in, and a name says how many lanes are folded away below it', () => {
    const lookOf = (lane: number) =>
      lane === 0 ? { ...PLAIN_ROW, fold: 'folded' as const, hidden: 12 } : { ...PLAIN_ROW, depth: 2, fold: 'open' as const };
    const log = drawn((pen) => drawNames(pen, { ...scene, lookOf }, NAMED_PALETTE));
    expect(log.of('text')).toEqual(['text 14 56.5 main +12 (names, text)', 'text 30 84.5 helper (names, text)']);
    expect(log.of('fill').filter((line) => line.includes('from'))).toEqual(['fill from 4 52.5 text3', 'fill from 18.5 82 text3']);
  });

  test('a name too long keeps its beginning and its end, where tasks differ', () => {
    expect(shortened('download_thumbnails-17', 14)).toBe('download_…s-17');
    expect(shortened('fetch-3', 14)).toBe('fetch-3');
  });
});

describe('the ruler', () => {
  test('counts steps on its lower row and shows the clock on its upper one', () => {
    const texts = drawn((pen) => drawRuler(pen, { stage, axis, view: WHOLE }, NAMED_PALETTE)).of('text');
    expect(texts).toContain('text 124 26 0 (ruler, text3)');
    expect(texts).toContain('text 224 26 10 (ruler, text3)');
    expect(texts).toContain('text 124 11 0 s (ruler, text2)');
    expect(texts).toContain('text 224 11 1 s (ruler, text2)');
  });

  test('the grid goes by steps on an axis of steps, and by time on one of time', () => {
    const bySteps = drawn((pen) => drawGrid(pen, { stage, axis, view: WHOLE }, NAMED_PALETTE)).of('stroke');
    expect(bySteps.filter((line) => line.startsWith('stroke to 220.5 200'))).toHaveLength(1);
    const timeAxis = axisOf('time', clock);
    const byTime = drawn((pen) => drawGrid(pen, { stage, axis: timeAxis, view: WHOLE }, NAMED_PALETTE)).of('stroke');
    expect(byTime.length).toBeGreaterThan(2);
  });
});

describe('a selected stretch', () => {
  const selection = (view: Viewport) =>
    drawn((pen) => drawSelection(pen, { stage, lanes, axis, view }, { from: 5, to: 10 }, NAMED_PALETTE)).of('fillRect');

  test('is tinted from its first step to its last, between two lines', () => {
    expect(selection(WHOLE)).toEqual([
      'fillRect 170 36 50 164 accent',
      'fillRect 170 32 1 200 accent',
      'fillRect 219 32 1 200 accent',
      'fillRect 170 32 50 4 accent',
    ]);
  });

  test('out of sight is not drawn', () => {
    expect(selection({ from: 0.6, to: 1 })).toEqual([]);
  });
});

describe('where one stands', () => {
  test('is at the step', () => {
    expect(playheadPx({ stage, axis, view: WHOLE }, 10)).toBe(220);
  });

  test('is nowhere where the step is out of sight', () => {
    expect(playheadPx({ stage, axis, view: { from: 0.6, to: 1 } }, 10)).toBeNull();
  });
});

describe('what lies over the lanes', () => {
  const overlay = { stage, lanes, axis, view: WHOLE, hovered: null, focused: null };

  test('the span under the keyboard has a ring in the accent colour, the one under the pointer a thin frame', () => {
    const log = drawn((pen) =>
      drawOverlay(pen, { ...overlay, hovered: { lane: 0, span: 2 }, focused: { lane: 0, span: 1 } }, NAMED_PALETTE),
    );
    expect(log.of('stroke').filter((line) => line.includes('bar'))).toEqual([
      'stroke bar 198 43.5 34 25 text2',
      'stroke bar 168 43.5 34 25 accent',
    ]);
  });

  test('a span that does not exist, or is out of sight, has no frame', () => {
    const log = drawn((pen) => {
      drawOverlay(pen, { ...overlay, focused: { lane: 0, span: 99 } }, NAMED_PALETTE);
      drawOverlay(pen, { ...overlay, view: { from: 0.9, to: 1 }, focused: { lane: 0, span: 1 } }, NAMED_PALETTE);
    });
    expect(log.of('stroke').filter((line) => line.includes('bar'))).toEqual([]);
  });
});
