/** The stretch of the axis in sight, in positions: `from` at the left edge, `to` at the right, 0 ≤ from < to ≤ 1. */
export interface Viewport {
  readonly from: number;
  readonly to: number;
}

export const WHOLE: Viewport = { from: 0, to: 1 };

/** Moves a stretch of this length into the axis without changing its length, if it fits. */
function within(from: number, length: number): Viewport {
  const fitting = Math.min(length, 1);
  const start = Math.min(Math.max(from, 0), 1 - fitting);
  return { from: start, to: start + fitting };
}

/**
 * Zooms so that what lies at `position` stays where it is on the screen: factor 2 shows half as much. Not beyond the whole axis
 * and not closer than `finest`; at the ends of the axis the point may move, because nothing lies outside.
 */
export function zoom({ from, to }: Viewport, factor: number, position: number, finest: number): Viewport {
  const before = to - from;
  const after = Math.min(1, Math.max(before / factor, Math.min(finest, before)));
  return within(position - (position - from) * (after / before), after);
}

/** Moves by a share of what is in sight: 0.5 brings what was in the middle to the left edge. */
export function pan({ from, to }: Viewport, share: number): Viewport {
  return within(from + share * (to - from), to - from);
}

/** Moves so that a position is in the middle, as far as the axis goes. */
export function centreOn({ from, to }: Viewport, position: number): Viewport {
  return within(position - (to - from) / 2, to - from);
}

/** Moves as little as needed to have `position` in sight, with a share of the view between it and the edge where there is room. */
export function reveal(view: Viewport, position: number, margin: number): Viewport {
  const length = view.to - view.from;
  if (position < view.from) return within(position - margin * length, length);
  if (position > view.to) return within(position - (1 - margin) * length, length);
  return view;
}

/** As `reveal`, for a stretch: its beginning matters more than its end. */
export function revealStretch(view: Viewport, from: number, to: number): Viewport {
  return reveal(reveal(view, to, 0.05), from, 0.05);
}

/** The view that a stretch fills. */
export function fitTo(from: number, to: number, finest: number): Viewport {
  const length = Math.max(to - from, finest);
  return within((from + to) / 2 - length / 2, length);
}
