import type { Timer } from './timer-heap';

/**
 * Decides in which order timers that are due at the same turn join the ready queue. That is the one choice which real life leaves
 * open and asyncio does not: what `call_soon` queued always runs first in, first out, so a policy never sees it.
 */
export interface Policy {
  /** Gets the due timers by deadline, then by creation; answers the same timers in the order in which they are to join. */
  order(due: readonly Timer[]): readonly Timer[];
}

/** asyncio's own order: by deadline, and by creation among equal deadlines. */
export const fifo: Policy = { order: (due) => due };
