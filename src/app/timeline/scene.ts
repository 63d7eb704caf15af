import type { Axis } from './axis';
import type { Stage } from './geometry';
import type { LaneList } from './laneRows';
import type { Viewport } from './viewport';

/** Which lanes lie where on the canvas: what drawing and pointing need alike. */
export interface Scene {
  readonly stage: Stage;
  readonly lanes: LaneList;
  readonly axis: Axis;
  readonly view: Viewport;
}
