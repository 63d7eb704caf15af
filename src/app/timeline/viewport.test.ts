import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centreOn, fitTo, pan, reveal, revealStretch, type Viewport, WHOLE, zoom } from './viewport';

const FINEST = 1e-6;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const someViews = fc
  .tuple(share, share)
  .filter(([a, b]) => Math.abs(a - b) > 1e-4)
  .map(([a, b]): Viewport => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const lengthOf = ({ from, to }: Viewport) => to - from;
const expectInside = ({ from, to }: Viewport) => {
  expect(from).toBeGreaterThanOrEqual(0);
  expect(to).toBeLessThanOrEqual(1 + 1e-12);
  expect(to).toBeGreaterThan(from);
};

describe('zooming', () => {
  test('what is under the pointer stays under it when zooming in', () => {
    fc.assert(
      fc.property(someViews, share, fc.double({ min: 1, max: 50, noNaN: true }), (view, at, factor) => {
        const position = view.from + at * lengthOf(view);
        const zoomed = zoom(view, factor, position, FINEST);
        expect((position - zoomed.from) / lengthOf(zoomed)).toBeCloseTo(at, 6);
      }),
    );
  });

  test('zooming out stays inside the axis, and the pointer keeps its place unless an end of the axis comes in sight', () => {
    fc.assert(
      fc.property(someViews, share, fc.double({ min: 0.02, max: 1, noNaN: true }), (view, at, factor) => {
        const position = view.from + at * lengthOf(view);
        const zoomed = zoom(view, factor, position, FINEST);
        expectInside(zoomed);
        if (zoomed.from > 1e-9 && zoomed.to < 1 - 1e-9) expect((position - zoomed.from) / lengthOf(zoomed)).toBeCloseTo(at, 6);
      }),
    );
  });

  test('in and out by the same factor is where one was, away from the ends', () => {
    const view = { from: 0.4, to: 0.5 };
    const back = zoom(zoom(view, 3, 0.42, FINEST), 1 / 3, 0.42, FINEST);
    expect(back.from).toBeCloseTo(0.4, 12);
    expect(back.to).toBeCloseTo(0.5, 12);
  });

  test('it ends at the finest stretch, and at the whole axis', () => {
    expect(lengthOf(zoom({ from: 0.2, to: 0.4 }, 1e9, 0.3, 0.01))).toBeCloseTo(0.01, 12);
    expect(zoom({ from: 0.2, to: 0.4 }, 1e-9, 0.3, 0.01)).toEqual(WHOLE);
  });
});

describe('centring', () => {
  test('puts a position in the middle, and stops at the ends', () => {
    expect(centreOn({ from: 0, to: 0.25 }, 0.5)).toEqual({ from: 0.375, to: 0.625 });
    expect(centreOn({ from: 0.5, to: 0.75 }, 0.05)).toEqual({ from: 0, to: 0.25 });
  });
});

describe('panning', () => {
  test('keeps the length in sight and stays inside the axis', () => {
    fc.assert(
      fc.property(someViews, fc.double({ min: -3, max: 3, noNaN: true }), (view, by) => {
        const moved = pan(view, by);
        expect(lengthOf(moved)).toBeCloseTo(lengthOf(view), 9);
        expectInside(moved);
      }),
    );
  });

  test('moves by a share of what is in sight', () => {
    expect(pan({ from: 0.4, to: 0.6 }, 0.5)).toEqual({ from: 0.5, to: 0.7 });
  });
});

describe('bringing into sight', () => {
  test('what is in sight moves nothing', () => {
    const view = { from: 0.2, to: 0.4 };
    expect(reveal(view, 0.2, 0.1)).toBe(view);
    expect(reveal(view, 0.4, 0.1)).toBe(view);
  });

  test('what is out of sight comes into sight with some room to its edge, as far as the axis goes', () => {
    fc.assert(
      fc.property(someViews, share, (view, position) => {
        const moved = reveal(view, position, 0.1);
        expect(lengthOf(moved)).toBeCloseTo(lengthOf(view), 9);
        expect(position).toBeGreaterThanOrEqual(moved.from - 1e-9);
        expect(position).toBeLessThanOrEqual(moved.to + 1e-9);
      }),
    );
    expect(reveal({ from: 0.2, to: 0.4 }, 0.5, 0.1).to).toBeCloseTo(0.52, 12);
  });

  test('of a stretch that is too long the beginning comes into sight', () => {
    const moved = revealStretch({ from: 0.5, to: 0.6 }, 0.1, 0.9);
    expect(moved.from).toBeLessThan(0.1);
    expect(moved.to).toBeGreaterThan(0.1);
  });

  test('fitting a stretch shows it and nothing else, unless it is too short', () => {
    expect(fitTo(0.25, 0.5, FINEST)).toEqual({ from: 0.25, to: 0.5 });
    expect(lengthOf(fitTo(0.3, 0.3, 0.01))).toBeCloseTo(0.01, 12);
    expectInside(fitTo(1, 1, 0.01));
  });
});
