import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AxisMode, axisOf } from './axis';
import { clockOf } from './stepClock.test-support';

/** Two steps at 0 s, a wait of 3 s, two steps, a wait of 1 s: as a program that sleeps twice. */
const SLEEPER = clockOf(0, 0, 3e9, 0, 0, 1e9);
const someClocks = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1e12 })), { minLength: 1, maxLength: 30 });
const modes = fc.constantFrom<AxisMode>('hybrid', 'time', 'steps');

describe('where steps lie', () => {
  test('by steps, each step takes the same room', () => {
    const axis = axisOf('steps', SLEEPER);
    expect([0, 1, 2, 3, 4, 5, 6].map((step) => axis.positionOf(step) * 6)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('by time, steps that take no time share a place', () => {
    const axis = axisOf('time', SLEEPER);
    expect([0, 1, 2, 3, 4, 5, 6].map((step) => axis.positionOf(step))).toEqual([0, 0, 0, 0.75, 0.75, 0.75, 1]);
  });

  test('on the hybrid axis each step takes room, and a wait takes more', () => {
    const axis = axisOf('hybrid', SLEEPER);
    const rooms = [0, 1, 2, 3, 4, 5].map((step) => axis.positionOf(step + 1) - axis.positionOf(step));
    expect(rooms.map((room) => Math.round(room * 1000))).toEqual([83, 83, 458, 83, 83, 208]);
  });

  test('where no time passes, a time axis goes by steps rather than heap them all up', () => {
    expect(axisOf('time', clockOf(0, 0, 0, 0)).positionOf(1)).toBe(0.25);
  });

  test('an empty recording has its only step at 0', () => {
    const axis = axisOf('hybrid', clockOf());
    expect(axis.positionOf(0)).toBe(0);
    expect(axis.stepAt(0.5)).toBe(0);
  });

  test('positions go from 0 to 1 and never fall, neither with steps nor with time', () => {
    fc.assert(
      fc.property(modes, someClocks, (mode, durations) => {
        const clock = clockOf(...durations);
        const axis = axisOf(mode, clock);
        expect(axis.positionOf(0)).toBe(0);
        expect(axis.positionOf(clock.length)).toBeCloseTo(1, 9);
        for (let step = 0; step < clock.length; step++) {
          expect(axis.positionOf(step + 1)).toBeGreaterThanOrEqual(axis.positionOf(step));
          if (mode !== 'time') expect(axis.positionOf(step + 1)).toBeGreaterThan(axis.positionOf(step));
          if (mode !== 'steps' && clock.nsAt(step + 1) > clock.nsAt(step)) {
            expect(axis.positionOf(step + 1)).toBeGreaterThan(axis.positionOf(step));
          }
        }
      }),
    );
  });
});

describe('what lies at a place', () => {
  test('a position leads to the step, with its fraction, that lies there', () => {
    fc.assert(
      fc.property(modes, someClocks, fc.double({ min: 0, max: 1, noNaN: true }), (mode, durations, position) => {
        const axis = axisOf(mode, clockOf(...durations));
        expect(axis.positionOf(axis.stepAt(position))).toBeCloseTo(position, 6);
      }),
    );
  });

  test('of several steps at one place the first is meant', () => {
    expect(axisOf('time', SLEEPER).stepAt(0.75)).toBe(3);
  });

  test('half way through a wait the clock shows half of it, on every axis', () => {
    for (const mode of ['hybrid', 'time', 'steps'] as const) {
      const axis = axisOf(mode, SLEEPER);
      expect(axis.nsAt((axis.positionOf(2) + axis.positionOf(3)) / 2)).toBeCloseTo(1.5e9, 0);
    }
  });

  test('a time lies where the clock first shows it', () => {
    for (const mode of ['hybrid', 'time', 'steps'] as const) {
      const axis = axisOf(mode, SLEEPER);
      expect(axis.positionOfNs(3e9)).toBeCloseTo(axis.positionOf(3), 9);
      expect(axis.nsAt(axis.positionOfNs(2e9))).toBeCloseTo(2e9, 0);
      expect(axis.positionOfNs(9e9)).toBeCloseTo(1, 9);
    }
  });
});
