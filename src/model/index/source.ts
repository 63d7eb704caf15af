import type { Recording } from '../recording';

/** Where the parts of an index read events; the recording is replaced by longer ones as it grows. */
export interface Source {
  readonly recording: Recording;
}
