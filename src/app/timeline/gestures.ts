/** A point of the canvas, in CSS pixels. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** A finger, pen or mouse on the canvas. */
export interface Press extends CanvasPoint {
  readonly id: number;
  readonly touch: boolean;
  /** Whether Shift is held. */
  readonly shift: boolean;
}

/** What pointers do, in terms of a chart. */
export type Gesture =
  | { readonly kind: 'click'; readonly at: CanvasPoint }
  /** `start`: where the drag began; `by`: how far it went since the last report. */
  | {
      readonly kind: 'drag';
      readonly start: CanvasPoint;
      readonly at: CanvasPoint;
      readonly by: CanvasPoint;
      readonly touch: boolean;
      /** Whether Shift was held when it began. */
      readonly shift: boolean;
    }
  /** Two fingers: `factor` is how much further apart they are than at the last report. */
  | { readonly kind: 'pinch'; readonly at: CanvasPoint; readonly by: CanvasPoint; readonly factor: number };

/** A press that moves less than this is a click. */
const SLACK_PX = 4;

interface Held {
  readonly start: CanvasPoint;
  readonly last: CanvasPoint;
  readonly touch: boolean;
  readonly shift: boolean;
  readonly dragging: boolean;
}

const distance = (a: CanvasPoint, b: CanvasPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: CanvasPoint, b: CanvasPoint): CanvasPoint => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const difference = (a: CanvasPoint, b: CanvasPoint): CanvasPoint => ({ x: a.x - b.x, y: a.y - b.y });

/** Makes gestures of pointers that go down, move and come up. */
export class Gestures {
  private readonly held = new Map<number, Held>();

  /** Whether something is pressed, so that hovering pauses. */
  get busy(): boolean {
    return this.held.size > 0;
  }

  down({ id, x, y, touch, shift }: Press): void {
    this.held.set(id, { start: { x, y }, last: { x, y }, touch, shift, dragging: false });
  }

  move({ id, x, y }: Press): Gesture | null {
    const held = this.held.get(id);
    if (held === undefined) return null;
    const at = { x, y };
    const other = [...this.held].find(([otherId]) => otherId !== id)?.[1];
    if (other === undefined && !held.dragging && distance(held.start, at) < SLACK_PX) return null;
    this.held.set(id, { ...held, last: at, dragging: true });
    if (other === undefined)
      return { kind: 'drag', start: held.start, at, by: difference(at, held.last), touch: held.touch, shift: held.shift };
    const factor = distance(at, other.last) / Math.max(1, distance(held.last, other.last));
    return { kind: 'pinch', at: middle(at, other.last), by: difference(middle(at, other.last), middle(held.last, other.last)), factor };
  }

  up({ id, x, y }: Press): Gesture | null {
    const held = this.held.get(id);
    this.held.delete(id);
    return held === undefined || held.dragging || this.held.size > 0 ? null : { kind: 'click', at: { x, y } };
  }

  /** The browser took the pointer away, for a scroll of its own. */
  cancel(id: number): void {
    this.held.delete(id);
  }
}
