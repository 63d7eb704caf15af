import { type ActorId, actorAt } from './actor-id';
import type { RecordingIndex } from './index/recording-index';
import { asStep, type Nanoseconds, type Step } from './units';
import { KIND } from './vocabulary';
import { clockAt } from './world-at';

/** What one write put on a stream: any part of a line, or several lines; or a line that was read from standard input. */
export interface Output {
  /** Which of the recording's outputs it is, from 0: those before `World.outputs` were written before that world's step. */
  readonly number: number;
  readonly stream: 'stdout' | 'stderr' | 'stdin';
  readonly text: string;
  /** The step right after it was written. */
  readonly step: Step;
  readonly clock: Nanoseconds;
  /** Who wrote or read it. */
  readonly writer: ActorId;
}

const STDERR = 2;

/** One of a recording's outputs by its number, from 0. Throws a RangeError where there is none. */
export function outputAt(index: RecordingIndex, number: number): Output {
  const { outputs, recording } = index;
  if (!Number.isInteger(number) || number < 0 || number >= outputs.length)
    throw new RangeError(`there is no output ${number} among ${outputs.length}`);
  const event = outputs.at(number);
  const step = asStep(event + 1);
  const read = recording.kindAt(event) === KIND.input;
  return {
    number,
    stream: read ? 'stdin' : recording.fieldAt(event, 0) === STDERR ? 'stderr' : 'stdout',
    text: recording.string(recording.fieldAt(event, read ? 0 : 1)),
    step,
    clock: clockAt(index, step),
    writer: actorAt(index, event),
  };
}

/** What was written after the step `from`, up to the step `to`, in order. */
export function outputsBetween(index: RecordingIndex, from: Step, to: Step): readonly Output[] {
  const first = index.outputs.countBelow(from);
  const count = Math.max(0, index.outputs.countBelow(to) - first);
  return Array.from({ length: count }, (_, position) => outputAt(index, first + position));
}
