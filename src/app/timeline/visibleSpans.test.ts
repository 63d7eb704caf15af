import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Axis, type AxisMode, axisOf } from './axis';
import type { Lane } from './lane';
import { laneOf } from './lane.test-support';
import { clockOf } from './stepClock.test-support';
import { type Viewport, WHOLE } from './viewport';
import { CROWD_PX, visitSpans } from './visibleSpans';

interface Seen {
  readonly what: 'span' | 'crowd';
  readonly from: number;
  readonly to: number;
  readonly busy: number;
}

/** Everything in sight as a log, and the places as numbers. */
function look(
  lane: Lane,
  axis: Axis,
  view: Viewport,
  widthPx: number,
): { readonly log: readonly string[]; readonly seen: readonly Seen[] } {
  const log: string[] = [];
  const seen: Seen[] = [];
  visitSpans(lane, axis, view, widthPx, {
    span: (from, to, state) => {
      log.push(`${state} ${Math.round(from)}..${Math.round(to)}`);
      seen.push({ what: 'span', from, to, busy: state === 'running' || state === 'blocking' ? 1 : 0 });
    },
    crowd: (from, to, quiet, busy, blocks) => {
      log.push(`crowd ${Math.round(from)}..${Math.round(to)} ${quiet} ${Math.round(busy * 100)}%${blocks ? ' blocks' : ''}`);
      seen.push({ what: 'crowd', from, to, busy });
    },
    end: (at, state) => log.push(`${state} at ${Math.round(at)}`),
  });
  return { log, seen };
}

const TEN_STEPS = clockOf(...Array.from({ length: 10 }, () => 0));
const LIFE = laneOf(TEN_STEPS, [1, 'ready'], [3, 'running'], [5, 'waiting'], [8, 'done']);

describe('what is in sight of a lane', () => {
  test('spans lie where their steps lie, and the end is a moment', () => {
    expect(look(LIFE, axisOf('steps', TEN_STEPS), WHOLE, 100).log).toEqual([
      'ready 10..30',
      'running 30..50',
      'waiting 50..80',
      'done at 80',
    ]);
  });

  test('a task that has not ended lasts until the end of the recording', () => {
    const lane = laneOf(TEN_STEPS, [1, 'ready'], [3, 'running']);
    expect(look(lane, axisOf('steps', TEN_STEPS), WHOLE, 100).log).toEqual(['ready 10..30', 'running 30..100']);
  });

  test('zoomed in, spans are cut at the edges and those outside are left out', () => {
    expect(look(LIFE, axisOf('steps', TEN_STEPS), { from: 0.4, to: 0.6 }, 100).log).toEqual(['running 0..50', 'waiting 50..100']);
    expect(look(LIFE, axisOf('steps', TEN_STEPS), { from: 0.9, to: 1 }, 100).log).toEqual([]);
  });

  test('a lane whose task begins later is empty before', () => {
    expect(look(LIFE, axisOf('steps', TEN_STEPS), { from: 0, to: 0.05 }, 100).log).toEqual([]);
  });

  test('spans too narrow to be seen are put together, with the share in which the task ran', () => {
    const clock = clockOf(...Array.from({ length: 1000 }, () => 0));
    const lane = laneOf(
      clock,
      ...Array.from({ length: 250 }, (_, i) => [i * 4, i % 2 === 0 ? ('running' as const) : ('waiting' as const)] as const),
    );
    const { log } = look(lane, axisOf('steps', clock), WHOLE, 20);
    expect(log).toHaveLength(11);
    expect(log[3]).toMatch(/^crowd 6\.\.8 waiting (48|52)%$/);
  });

  test('a crowd that holds up the loop says so', () => {
    const clock = clockOf(...Array.from({ length: 1000 }, () => 0));
    const lane = laneOf(clock, [0, 'running'], [500, 'blocking'], [501, 'running'], [502, 'waiting'], [503, 'running']);
    expect(look(lane, axisOf('steps', clock), WHOLE, 100).log).toContainEqual(expect.stringMatching(/^crowd .* waiting \d+% blocks$/));
  });

  test('a crowd is of the state in which the task was longest by the clock, however often it had others', () => {
    const clock = clockOf(...Array.from({ length: 1000 }, (_, step) => (step % 10 === 4 ? 1e9 : 0)));
    const round = (step: number) => [[step, 'ready'] as const, [step + 3, 'running'] as const, [step + 4, 'sleeping'] as const];
    const lane = laneOf(clock, ...Array.from({ length: 99 }, (_, i) => round(i * 10)).flat());
    for (const mode of ['time', 'steps', 'hybrid'] as const) {
      const { log } = look(lane, axisOf(mode, clock), WHOLE, 20);
      expect(log.filter((line) => line.startsWith('crowd')).every((line) => line.includes(' sleeping '))).toBe(true);
    }
  });

  test('a narrow span before a wide one leaves the wide one its place', () => {
    const clock = clockOf(...Array.from({ length: 1000 }, () => 0));
    const lane = laneOf(clock, [0, 'ready'], [1, 'running'], [2, 'waiting']);
    expect(look(lane, axisOf('steps', clock), WHOLE, 100).log).toEqual(['crowd 0..0 ready 50%', 'waiting 0..100']);
  });
});

describe('the level of detail', () => {
  const someLanes = fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('running', 'waiting', 'ready', 'sleeping', 'blocking')), {
        minLength: 1,
        maxLength: 200,
      }),
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1e9 })), { minLength: 1, maxLength: 40 }),
    )
    .map(([spans, waits]) => {
      const starts = spans.map(([, state], span) => [spans.slice(0, span + 1).reduce((sum, [gap]) => sum + gap, 0), state] as const);
      const step = starts.at(-1)?.[0] ?? 0;
      const clock = clockOf(...Array.from({ length: step + 3 }, (_, event) => waits[event % waits.length] ?? 0));
      return { lane: laneOf(clock, ...starts), clock };
    });
  const modes = fc.constantFrom<AxisMode>('hybrid', 'time', 'steps');
  const views = fc
    .tuple(fc.nat(90), fc.integer({ min: 1, max: 10 }))
    .map(([from, length]) => ({ from: from / 100, to: (from + length) / 100 }));

  test('what is in sight follows on without gap or overlap, in no more pieces than the width has room for', () => {
    fc.assert(
      fc.property(
        someLanes,
        modes,
        fc.oneof(fc.constant(WHOLE), views),
        fc.integer({ min: 20, max: 300 }),
        ({ lane, clock }, mode, view, widthPx) => {
          const { seen } = look(lane, axisOf(mode, clock), view, widthPx);
          for (let i = 1; i < seen.length; i++) expect(seen[i]?.from).toBeCloseTo(seen[i - 1]?.to ?? 0, 6);
          expect(seen.at(-1)?.to ?? widthPx).toBeCloseTo(widthPx, 6);
          expect(seen.length).toBeLessThanOrEqual(2 * (widthPx / CROWD_PX) + 3);
        },
      ),
    );
  });

  test('the time in which the task ran is the same, however coarse the picture', () => {
    fc.assert(
      fc.property(someLanes, modes, ({ lane, clock }, mode) => {
        const axis = axisOf(mode, clock);
        const busyShare = (widthPx: number) =>
          look(lane, axis, WHOLE, widthPx).seen.reduce((sum, { from, to, busy }) => sum + (to - from) * busy, 0) / widthPx;
        expect(busyShare(40)).toBeCloseTo(busyShare(1e6), 6);
      }),
    );
  });
});
