import type { EventChunk } from '../model/chunk';
import { RecordingIndex } from '../model/index/recording-index';
import type { FieldPosition } from '../model/recording';
import { draw } from '../model/recording-drawing.test-support';
import { asStep } from '../model/units';
import type { World } from '../model/world';
import { worldAt } from '../model/world-at';

/** The index of a drawn recording. */
export const drawnIndex = (drawing: string): RecordingIndex => new RecordingIndex(draw(drawing));

/** The world at the end of a drawn recording. */
export function drawnWorld(drawing: string): World {
  const index = drawnIndex(drawing);
  return worldAt(index, asStep(index.length));
}

/** A drawing as a recorder delivers it. `first`: whether nothing was delivered before, so that its strings are new. */
export function drawnChunk(drawing: string, first = true): EventChunk {
  const recording = draw(drawing);
  const column = (position: FieldPosition): Int32Array<ArrayBuffer> =>
    Int32Array.from({ length: recording.length }, (_, event) => recording.fieldAt(event, position));
  return {
    kind: Uint8Array.from({ length: recording.length }, (_, event) => recording.kindAt(event)),
    a: column(0),
    b: column(1),
    c: column(2),
    d: column(3),
    strings: first ? Array.from({ length: recording.stringCount - 1 }, (_, id) => recording.string(id + 1)) : [],
  };
}
