import type { RecordingIndex } from '../index/recording-index';
import { asIoId, type Step } from '../units';
import type { IoView } from '../world';

/** What an I/O is and when it ends. */
export function ioView({ recording, io }: RecordingIndex, id: number): IoView {
  const begun = io.beginning(id);
  const ends = recording.fieldAt(begun, 1) < 0 ? null : recording.timeAt(begun, 1);
  return { io: asIoId(id), label: recording.string(recording.fieldAt(begun, 3)), until: ends };
}

/** What is under way at a step, in order of beginning. */
export const ioAt = (index: RecordingIndex, step: Step): readonly IoView[] =>
  Array.from(index.io.underWayAt(step), (io) => ioView(index, io));
