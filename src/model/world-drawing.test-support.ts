import { RecordingIndex } from './index/recording-index';
import { draw } from './recording-drawing.test-support';
import { asStep } from './units';
import type { World } from './world';
import { worldAt } from './world-at';

/** The world after the last event of a drawing (see `draw`). */
export function worldAfter(drawing: string): World {
  const recording = draw(drawing);
  return worldAt(new RecordingIndex(recording), asStep(recording.length));
}
