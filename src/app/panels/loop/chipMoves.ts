/** Where a chip stands, in pixels from the upper left corner of all lanes. */
export interface Spot {
  readonly lane: string;
  readonly x: number;
  readonly y: number;
}

/** A chip that stands elsewhere than before, and how far from here it stood. */
export interface Move {
  readonly key: string;
  readonly dx: number;
  readonly dy: number;
  /** Whether it came from another lane, rather than up in its own. */
  readonly changedLane: boolean;
}

/** Shifts of less than this cannot be seen. */
const LEAST_PIXELS = 1;

/** The chips that were there before and now stand elsewhere, by key. */
export function chipMoves(before: ReadonlyMap<string, Spot>, now: ReadonlyMap<string, Spot>): readonly Move[] {
  return [...now].flatMap(([key, spot]) => {
    const old = before.get(key);
    if (old === undefined) return [];
    const [dx, dy] = [old.x - spot.x, old.y - spot.y];
    if (Math.abs(dx) < LEAST_PIXELS && Math.abs(dy) < LEAST_PIXELS) return [];
    return [{ key, dx, dy, changedLane: old.lane !== spot.lane }];
  });
}
