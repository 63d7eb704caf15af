import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asStep, asTaskId } from '../../model/units';
import { axisOf } from './axis';
import { describeMoment, spokenMoment } from './describeMoment';
import { DrawLog, NAMED_PALETTE } from './drawLog.test-support';
import { drawMoments } from './drawMoments';
import { LABEL_PX } from './geometry';
import { cellsBetween, markersOf } from './momentCells';
import { MOMENT_KINDS, Moments } from './moments';
import { eventfulTasks } from './moments.test-support';
import { threadedTask } from './threads.test-support';
import { fitTo, WHOLE } from './viewport';

const { index, lanes, moments, clock } = eventfulTasks();
const axis = axisOf('steps', clock);
const eventsOf = (task: number) =>
  MOMENT_KINDS.flatMap((kind) =>
    Array.from({ length: moments.count(kind, task) }, (_, ordinal) => `${kind}@${moments.eventAt(kind, task, ordinal)}`),
  );
const said = (event: number, kind: 'output' | 'cancel' | 'raised', of: number, count = 1) =>
  spokenMoment(describeMoment(index, moments, { kind, of, event }, count));

describe('the moments of a task', () => {
  test('are what it printed and what was raised in it, and a request for cancellation stands at the task that is to end', () => {
    expect(eventsOf(1)).toEqual(['output@8', 'output@9', 'output@10', 'raised@14', 'raised@17']);
    expect(eventsOf(2)).toEqual(['cancel@11']);
  });

  test('lie at the step after their event', () => {
    expect([8, 9, 10].map((step) => moments.countBefore('output', 1, step))).toEqual([0, 0, 1]);
  });

  test('can be walked, whatever their kind', () => {
    expect(moments.beside(1, 0, 'next')).toMatchObject({ event: 8 });
    expect(moments.beside(1, 11, 'next')).toMatchObject({ kind: 'raised', event: 14 });
    expect(moments.beside(1, 15, 'previous')).toMatchObject({ kind: 'output', event: 10 });
    expect(moments.beside(1, 9, 'previous')).toBeNull();
    expect(moments.beside(2, 12, 'next')).toBeNull();
  });

  test('are also the problems that were found, once for each event', () => {
    const again = new Moments(index);
    const problem = { severity: 'warning', place: null, task: asTaskId(1), step: asStep(11), message: '', fix: null } as const;
    again.setProblems([
      { ...problem, rule: 'blocking-call' },
      { ...problem, rule: 'busy-wait' },
      { ...problem, rule: 'deadlock', task: null },
    ]);
    expect(again.count('problem', 1)).toBe(1);
    expect(spokenMoment(describeMoment(index, again, { kind: 'problem', of: 1, event: 10 }, 1))).toContain(
      'main has a problem: blocking-call, busy-wait, at',
    );
    again.setProblems([]);
    expect(again.count('problem', 1)).toBe(0);
  });

  test('are a thread’s while it runs, in the middle of whatever ran', () => {
    const { index: threaded } = threadedTask();
    const found = new Moments(threaded);
    expect([found.count('output', 1), found.count('output', -1)]).toEqual([1, 1]);
    const moment = found.beside(-1, 0, 'next');
    expect(moment === null ? '' : spokenMoment(describeMoment(threaded, found, moment, 1))).toBe(
      'pool_0 prints “from the thread”, at 0.300 s, step 16',
    );
  });

  test('are the same when read again', () => {
    const again = new Moments(index);
    again.extend();
    expect(again.count('output', 1)).toBe(3);
  });
});

describe('a moment in words', () => {
  test('says who did what, and when', () => {
    expect(said(8, 'output', 1)).toBe('main prints “one”, at 0.000 s, step 9');
    expect(said(10, 'output', 1)).toBe('main writes to stderr “three”, at 0.000 s, step 11');
    expect(said(14, 'raised', 1)).toBe("main raises ValueError('x'), at 0.000 s, step 15");
    expect(said(11, 'cancel', 2)).toBe('helper is asked to cancel by main, saying “enough”, at 0.000 s, step 12');
  });

  test('of several says how many there are', () => {
    expect(said(8, 'output', 1, 3)).toContain('prints “one”, and 2 more here: zoom in');
  });
});

describe('markers', () => {
  const countsAt = (from: number, to: number, widthPx: number) => {
    const view = fitTo(from, to, axis.finest);
    return markersOf(moments, 1, cellsBetween(axis, view, widthPx, 0, widthPx), axis, view, widthPx);
  };

  test('with room between them stand one for each moment, where its step lies', () => {
    expect(countsAt(0, 1, 2100).map(({ kind, px, count }) => `${kind} ${Math.round(px)} ${count}`)).toEqual([
      'output 900 1',
      'output 1000 1',
      'output 1100 1',
      'raised 1500 1',
      'raised 1800 1',
    ]);
  });

  test('without room are one for several of a kind', () => {
    expect(countsAt(0, 1, 8).map(({ kind, count }) => `${kind} ${count}`)).toEqual(['output 3', 'raised 2']);
  });

  test('stand for each moment in sight once, whatever the zoom', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (widthPx) => {
        const counted = countsAt(0, 1, widthPx).reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(5);
      }),
    );
  });

  test('are a dot, a triangle and a diamond at the lower edge of the lane, each in its colour', () => {
    const log = new DrawLog();
    drawMoments(
      log,
      { stage: { widthPx: LABEL_PX + 2100 + 20, heightPx: 200, scrollPx: 0, laneCount: 2 }, lanes, axis, view: WHOLE },
      moments,
      NAMED_PALETTE,
    );
    expect(log.of('fill').filter((line) => line.includes('arc'))).toEqual([
      'fill arc 1020 65 2.5 text2',
      'fill arc 1120 65 2.5 text2',
      'fill arc 1220 65 2.5 text2',
    ]);
    expect(log.of('fill').filter((line) => line.includes('from'))).toEqual([
      'fill from 1620 61 failed colour',
      'fill from 1920 61 failed colour',
      'fill from 1320 89 cancelled colour',
    ]);
  });
});
