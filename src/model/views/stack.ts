import type { RecordingIndex } from '../index/recording-index';
import { asFrameId, asStep, type Step } from '../units';
import type { FrameView, Variable } from '../world';

/** The calls under way in what runs at a step, innermost first. A call shows from its first line on. */
export function stackAt(index: RecordingIndex, step: Step): readonly FrameView[] {
  if (index.running.at(step).who === 'nobody') return [];
  return index.frames.stackAt(step).flatMap((frame) => {
    const line = index.frames.lineAt(frame, step);
    return line === -1 ? [] : [frameView(index, step, frame, line)];
  });
}

function frameView(index: RecordingIndex, step: Step, frame: number, line: number): FrameView {
  const { recording, frames } = index;
  const call = frames.callOf(frame);
  return {
    frame: asFrameId(frame),
    function: recording.string(recording.fieldAt(call, 2)),
    file: recording.string(recording.fieldAt(call, 3)),
    line: recording.fieldAt(line, 1),
    locals: frames.localsAt(frame, step).map((event) => variable(index, event)),
  };
}

function variable({ recording }: RecordingIndex, event: number): Variable {
  return {
    name: recording.string(recording.fieldAt(event, 1)),
    value: recording.string(recording.fieldAt(event, 2)),
    since: asStep(event + 1),
  };
}
