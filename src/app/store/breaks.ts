import { Breaks } from '../../analysis/breakpoints/breakpointStops';
import type { RecordingIndex } from '../../model/index/recording-index';

const known = new WeakMap<RecordingIndex, Breaks>();

/** Where breakpoints stop in a recording: looked for once, for as long as its index is used. */
export function breaksOf(index: RecordingIndex): Breaks {
  const found = known.get(index) ?? new Breaks(index);
  known.set(index, found);
  return found;
}
