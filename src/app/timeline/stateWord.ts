import type { LaneState } from './lane';

/** A state as it is spoken and written. */
export const stateWord = (state: LaneState): string => (state === 'io' ? 'I/O' : state);
