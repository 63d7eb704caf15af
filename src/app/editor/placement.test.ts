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
    expect(labels(placeNote(noteOf([...sleepers(3), pill(99, 'blocking')]), 30, NARROW).pills)).toEqual(['fetch-1', 'fetch-99']);
  });

  test('where a line leaves little room, fewer are shown', () => {
    expect(placeNote(noteOf(sleepers(4)), 10, NARROW)).toMatchObject({
      pills: [pill(1), pill(2)],
      more: [pill(3), pill(4)],
      compact: false,
    });
  });

  test('where there is hardly any, pills are their icons only', () => {
    expect(placeNote(noteOf(sleepers(2)), 60, NARROW)).toMatchObject({ pills: [pill(1), pill(2)], compact: true, covers: true });
  });

  test('a long line in a wide view gives up some of its tail for labels', () => {
    expect(placeNote(noteOf(sleepers(1)), 200, WIDE)).toMatchObject({ pills: [pill(1)], compact: false, covers: true });
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

describe('what else a line shows', () => {
  const value = { line: 7, id: '1 n', text: 'n = 1', changed: true };

  test('values stand behind the pills where there is room', () => {
    expect(placeNote(noteOf(sleepers(1), [value]), 20, WIDE).values).toEqual([value]);
  });

  test('values are left out rather than cover code', () => {
    expect(placeNote(noteOf([], [value]), 36, NARROW).values).toEqual([]);
    expect(placeNote(noteOf([], [value]), 36, NARROW).covers).toBe(false);
    expect(placeNote(noteOf(sleepers(1), [value]), 24, NARROW).values).toEqual([]);
  });

  test('of several values those are shown for which there is room to read, the changed ones first, in their order', () => {
    const values = ['inbox', 'message', 'n'].map((name, i) => ({
      line: 7,
      id: name,
      text: `${name} = Message(sender='ada', text='hello')`,
      changed: i === 2,
    }));
    expect(placeNote(noteOf([], values), 10, WIDE).values).toEqual(values);
    expect(placeNote(noteOf([], values), 10, { ...NARROW, width: 310 }).values.map(({ id }) => id)).toEqual(['inbox', 'n']);
  });

  test('a note with room covers nothing', () => {
    expect(placeNote(noteOf(sleepers(1)), 20, WIDE).covers).toBe(false);
  });

  test('the edges of the view are told from the end of the line, so that the note can keep inside them', () => {
    expect(placeNote(noteOf(sleepers(1)), 5, { left: 400, width: 320, charWidth: 8 })).toMatchObject({ leftEdge: 360, rightEdge: 680 });
  });
});
