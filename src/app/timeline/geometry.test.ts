import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentPx,
  laneAtPx,
  lanePx,
  lanesInSight,
  laneTopPx,
  positionAtPx,
  positionPx,
  RULER_PX,
  type Stage,
  scrollToLane,
} from './geometry';

const someStages = fc
  .record({
    widthPx: fc.integer({ min: 300, max: 4000 }),
    heightPx: fc.integer({ min: 90, max: 1200 }),
    laneCount: fc.integer({ min: 1, max: 1000 }),
    scrolled: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(
    ({ scrolled, ...stage }): Stage => ({
      ...stage,
      scrollPx: Math.round(scrolled * Math.max(0, contentPx(stage.laneCount) - stage.heightPx)),
    }),
  );

describe('lanes on the canvas', () => {
  test('the lane at the middle of a lane is that lane, unless it is behind the ruler', () => {
    fc.assert(
      fc.property(someStages, fc.nat(999), (stage, drawn) => {
        const lane = drawn % stage.laneCount;
        const middle = laneTopPx(stage, lane) + lanePx(stage.laneCount) / 2;
        expect(laneAtPx(stage, middle)).toBe(middle < RULER_PX ? -1 : lane);
      }),
    );
  });

  test('each lane that shows a pixel below the ruler is among those in sight', () => {
    fc.assert(
      fc.property(someStages, (stage) => {
        const { from, to } = lanesInSight(stage);
        for (let lane = 0; lane < stage.laneCount; lane++) {
          const top = laneTopPx(stage, lane);
          const shows = top + lanePx(stage.laneCount) > RULER_PX && top < stage.heightPx;
          if (shows) expect(lane >= from && lane < to).toBe(true);
        }
        expect(to - from).toBeLessThanOrEqual(stage.heightPx / lanePx(stage.laneCount) + 2);
      }),
    );
  });

  test('scrolled to a lane, all of it is in sight; one in sight already does not scroll', () => {
    fc.assert(
      fc.property(someStages, fc.nat(999), (stage, drawn) => {
        const lane = drawn % stage.laneCount;
        const scrolled = { ...stage, scrollPx: scrollToLane(stage, lane) };
        expect(laneTopPx(scrolled, lane)).toBeGreaterThanOrEqual(RULER_PX);
        expect(laneTopPx(scrolled, lane) + lanePx(stage.laneCount)).toBeLessThanOrEqual(stage.heightPx);
        expect(scrollToLane(scrolled, lane)).toBe(scrolled.scrollPx);
      }),
    );
  });

  test('many lanes are lower than few', () => {
    expect(lanePx(200)).toBeLessThan(lanePx(6));
  });
});

test('a position and its place on the canvas lead to each other', () => {
  fc.assert(
    fc.property(someStages, fc.double({ min: 0, max: 1, noNaN: true }), (stage, share) => {
      const view = { from: 0.2, to: 0.7 };
      const position = view.from + share * (view.to - view.from);
      expect(positionAtPx(stage, view, positionPx(stage, view, position))).toBeCloseTo(position, 9);
    }),
  );
});
