import { describe, expect, test } from 'vitest';
import { type Gesture, Gestures, type Press } from './gestures';

const finger = (id: number, x: number, y = 0): Press => ({ id, x, y, touch: true, shift: false });
const mouse = (x: number, y = 0): Press => ({ id: 1, x, y, touch: false, shift: false });

describe('one pointer', () => {
  test('pressed and let go is a click, even if it trembles', () => {
    const gestures = new Gestures();
    gestures.down(mouse(10, 10));
    expect(gestures.move(mouse(12, 11))).toBeNull();
    expect(gestures.up(mouse(12, 11))).toEqual({ kind: 'click', at: { x: 12, y: 11 } });
  });

  test('moved is a drag that tells how far it went since it last told, and is no click', () => {
    const gestures = new Gestures();
    gestures.down(mouse(10));
    expect(gestures.move(mouse(20))).toEqual({
      kind: 'drag',
      start: { x: 10, y: 0 },
      at: { x: 20, y: 0 },
      by: { x: 10, y: 0 },
      touch: false,
      shift: false,
    });
    expect(gestures.move(mouse(21))).toMatchObject({ kind: 'drag', by: { x: 1, y: 0 } });
    expect(gestures.up(mouse(21))).toBeNull();
  });

  test('moved while Shift was held when it was pressed says so', () => {
    const gestures = new Gestures();
    gestures.down({ ...mouse(10), shift: true });
    expect(gestures.move(mouse(20))).toMatchObject({ kind: 'drag', shift: true });
  });

  test('that was not pressed says nothing', () => {
    const gestures = new Gestures();
    expect(gestures.move(mouse(20))).toBeNull();
    expect(gestures.up(mouse(20))).toBeNull();
  });

  test('taken away by the browser is forgotten', () => {
    const gestures = new Gestures();
    gestures.down(finger(1, 10));
    gestures.cancel(1);
    expect(gestures.busy).toBe(false);
    expect(gestures.up(finger(1, 10))).toBeNull();
  });
});

describe('two fingers', () => {
  const pinch = (): (Gesture | null)[] => {
    const gestures = new Gestures();
    gestures.down(finger(1, 100));
    gestures.down(finger(2, 200));
    const made = [gestures.move(finger(2, 300)), gestures.move(finger(1, 50)), gestures.up(finger(1, 50)), gestures.up(finger(2, 300))];
    return made;
  };

  test('that part zoom by how much further apart they are, around their middle', () => {
    expect(pinch()[0]).toEqual({ kind: 'pinch', at: { x: 200, y: 0 }, by: { x: 50, y: 0 }, factor: 2 });
    expect(pinch()[1]).toMatchObject({ kind: 'pinch', at: { x: 175, y: 0 }, factor: 1.25 });
  });

  test('let go make no click', () => {
    expect(pinch().slice(2)).toEqual([null, null]);
  });
});
