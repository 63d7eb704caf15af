import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTaskId } from '../../model/units';
import type { TaskState } from '../../model/world';
import type { LineNote, Pill } from './annotations';
import { PILLS_SHOWN_AT_MOST, placeNote, type TextView } from './placement';

const pill = (task: number, state: TaskState = 'sleeping'): Pill => ({ line: 7, task: asTaskId(task), label: `fetch-${task}`, state });
const noteOf = (pills: readonly Pill[], values: LineNote['values'] = []): LineNote => ({ line: 7, pills, values });
const sleepers = (count: number) => Array.from({ length: count }, (_, i) => pill(i + 1));
const labels = (pills: readonly Pill[]) => pills.map((one) => one.label);

const WIDE: TextView = { left: 0, width: 1200, charWidth: 8 };
const NARROW: TextView = { left: 0, width: 320, charWidth: 8 };

describe('how many pills a line shows', () => {
  test('as many as may stand on a line are all shown; one more collapses the rest', () => {
    expect(placeNote(noteOf(sleepers(PILLS_SHOWN_AT_MOST)), 20, WIDE).more).toEqual([]);
    const placed = placeNote(noteOf(sleepers(15)), 20, WIDE);
    expect(labels(placed.pills)).toEqual(['fetch-1', 'fetch-2', 'fetch-3']);
    expect(placed.more).toHaveLength(12);
  });

  test('the running task is not hidden among the collapsed ones', () => {
    expect(labels(placeNote(noteOf([...sleepers(8), pill(99, 'running')]), 20, WIDE).pills)).toEqual(['fetch-1', 'fetch-2', 'fetch-99']);
    expect(labels(placeNote(noteOf([...sleepers(3), pill(99, 'blocking')]), 30, NARROW).pills)).toEqual(['fetch-99']);
  });

  test('where a line leaves little room, fewer are shown', () => {
    expect(placeNote(noteOf(sleepers(4)), 10, NARROW)).toMatchObject({ pills: [pill(1), pill(2)], more: [pill(3), pill(4)], shift: 0 });
  });

  test('no pill is lost or doubled, and one is always shown, whatever the room and the states', () => {
    const states = fc.constantFrom<TaskState>('ready', 'running', 'sleeping', 'waiting', 'blocking', 'done', 'failed');
    const somePills = fc.array(states, { minLength: 1 }).map((drawn) => drawn.map((state, i) => pill(i + 1, state)));
    fc.assert(
      fc.property(somePills, fc.nat(200), fc.nat(2000), (pills, lineLength, width) => {
        const placed = placeNote(noteOf(pills), lineLength, { left: 0, width, charWidth: 8 });
        expect([...placed.pills, ...placed.more].map((one) => one.task).sort((a, b) => a - b)).toEqual(pills.map((one) => one.task));
        expect(placed.pills.length).toBeGreaterThan(0);
        expect(placed.pills.length).toBeLessThanOrEqual(PILLS_SHOWN_AT_MOST);
      }),
    );
  });
});

describe('where a note stands', () => {
  test('it follows the end of its line where there is room', () => {
    expect(placeNote(noteOf(sleepers(1)), 20, WIDE)).toMatchObject({ shift: 0, maxWidth: 1200 - 160 });
  });

  test('behind a line longer than the view it covers the tail of the line, so that one sees it without scrolling', () => {
    const placed = placeNote(noteOf(sleepers(1)), 100, NARROW);
    expect(placed.shift).toBeLessThan(0);
    expect(100 * 8 + placed.shift + placed.maxWidth).toBeLessThanOrEqual(320);
  });

  test('scrolled to the right of a short line, it stays at the left edge of the view', () => {
    expect(placeNote(noteOf(sleepers(1)), 5, { left: 400, width: 320, charWidth: 8 }).shift).toBe(400 - 5 * 8);
  });

  test('it is in sight, whatever the line and the scrolling, if the view has room for one pill', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(2000),
        fc.integer({ min: 160, max: 2000 }),
        fc.integer({ min: 1, max: 9 }),
        (lineLength, left, width, count) => {
          const placed = placeNote(noteOf(sleepers(count)), lineLength, { left, width, charWidth: 8 });
          const start = lineLength * 8 + placed.shift;
          expect(start).toBeGreaterThanOrEqual(left);
          expect(start + placed.maxWidth).toBeLessThanOrEqual(left + width);
        },
      ),
    );
  });
});
