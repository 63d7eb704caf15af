import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AxisMode, axisOf } from './axis';
import { clockOf } from './stepClock.test-support';
import { stepTicks, timeTicks } from './ticks';
import { WHOLE } from './viewport';

const ROW = { widthPx: 600, charPx: 6 };
/** Six steps, two waits: 3 s at the third event, 1 s at the last. */
const SLEEPER = clockOf(0, 0, 3e9, 0, 0, 1e9);
const labels = (ticks: readonly { readonly label: string }[]) => ticks.map(({ label }) => label);

describe('times on the ruler', () => {
  test('are round, and lie where the clock first shows them', () => {
    const axis = axisOf('hybrid', SLEEPER);
    const ticks = timeTicks(axis, WHOLE, ROW);
    expect(labels(ticks)).toEqual(['0 s', '1 s', '2 s', '3 s']);
    expect(ticks[3]?.px).toBeCloseTo(axis.positionOf(3) * 600, 6);
  });

  test('on an axis of steps are those that the clock shows, each at the step that shows it first', () => {
    const ticks = timeTicks(axisOf('steps', SLEEPER), WHOLE, ROW);
    expect(ticks.map(({ px, label }) => `${label} at ${Math.round(px)}`)).toEqual(['0 s at 0', '3 s at 300']);
  });

  test('where no round time is in sight, the row says which time the view begins at', () => {
    const axis = axisOf('hybrid', SLEEPER);
    const view = { from: axis.positionOf(3) + 0.01, to: axis.positionOf(5) - 0.01 };
    expect(timeTicks(axis, view, ROW)).toEqual([{ px: 0, label: '3 s', marks: false }]);
  });

  test('have as many decimals as the zoom needs', () => {
    const axis = axisOf('time', clockOf(1e9));
    expect(labels(timeTicks(axis, { from: 0.5, to: 0.52 }, ROW))).toContain('0.504 s');
  });
});

describe('steps on the ruler', () => {
  test('are round numbers where they lie', () => {
    expect(labels(stepTicks(axisOf('steps', SLEEPER), WHOLE, ROW))).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  test('on an axis of time are the first of each time', () => {
    const ticks = stepTicks(axisOf('time', SLEEPER), WHOLE, ROW);
    expect(ticks.map(({ px, label }) => `${label} at ${Math.round(px)}`)).toEqual(['0 at 0', '3 at 450', '6 at 600']);
  });
});

test('a row leaves out none of its round numbers, however narrow the canvas', () => {
  fc.assert(
    fc.property(fc.integer({ min: 120, max: 1500 }), (widthPx) => {
      const steps = stepTicks(axisOf('steps', clockOf(...Array.from({ length: 97 }, () => 0))), WHOLE, { widthPx, charPx: 6 });
      const gaps = steps.slice(1).map(({ label }, i) => Number(label) - Number(steps[i]?.label));
      expect(new Set(gaps).size).toBeLessThanOrEqual(1);
    }),
  );
});

test('labels never run into each other or out of the canvas, and ticks lie in order, whatever the recording and the view', () => {
  const someClocks = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1e12 })), { minLength: 1, maxLength: 30 });
  const views = fc
    .tuple(fc.nat(89), fc.integer({ min: 1, max: 10 }))
    .map(([from, length]) => ({ from: from / 100, to: (from + length) / 100 }));
  fc.assert(
    fc.property(
      fc.constantFrom<AxisMode>('hybrid', 'time', 'steps'),
      someClocks,
      fc.oneof(fc.constant(WHOLE), views),
      (mode, durations, view) => {
        const axis = axisOf(mode, clockOf(...durations));
        for (const ticks of [timeTicks(axis, view, ROW), stepTicks(axis, view, ROW)]) {
          for (const [i, tick] of ticks.entries()) {
            const endPx = tick.px + tick.label.length * ROW.charPx;
            expect(endPx).toBeLessThan(ticks[i + 1]?.px ?? ROW.widthPx + 20);
          }
        }
      },
    ),
  );
});
