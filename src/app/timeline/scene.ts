import type { Axis } from './axis';
import type { Stage } from './geometry';
import type { Lanes } from './spans';
import type { Viewport } from './viewport';

/** Which lanes lie where on the canvas: what drawing and pointing need alike. */
export interface Scene {
  readonly stage: Stage;
  readonly lanes: Lanes;
  readonly axis: Axis;
  readonly view: Viewport;
}
