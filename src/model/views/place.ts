import type { RecordingIndex } from '../index/recording-index';
import type { Place } from '../world';

/** "main.py:12" as a place; null for an empty site (outside the user's files) or one without a line. */
export function placeOfSite(site: string): Place | null {
  const colon = site.lastIndexOf(':');
  const line = Number(site.slice(colon + 1));
  return colon > 0 && Number.isInteger(line) && line > 0 ? { file: site.slice(0, colon), line } : null;
}

/** The place of a `line` event. */
export function placeOfLine(index: RecordingIndex, event: number): Place {
  const { recording } = index;
  const call = index.frames.callOf(recording.fieldAt(event, 0));
  return { file: recording.string(recording.fieldAt(call, 3)), line: recording.fieldAt(event, 1) };
}
