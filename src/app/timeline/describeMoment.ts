import { code } from '../../analysis/explain/phrase';
import { actorName } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds } from '../../model/units';
import { clockAt } from '../../model/world-at';
import type { Moment, Moments } from './moments';

/** A moment in words. */
export interface MomentDescription {
  /** The task's or the thread's. */
  readonly label: string;
  /** "prints "GET /0"", and that there are more. */
  readonly text: string;
  /** "at 0.300 s · step 44". */
  readonly when: string;
}

const STDERR = 2;

function deed(index: RecordingIndex, moments: Moments, { kind, of, event }: Moment): string {
  const { recording, running, taskNames } = index;
  const text = code(recording.string(recording.fieldAt(event, 1))).text;
  switch (kind) {
    case 'output': {
      const where = recording.fieldAt(event, 0) === STDERR ? 'writes to stderr' : 'prints';
      return text === '' ? `${where} an empty line` : `${where} “${text}”`;
    }
    case 'raised':
      return `raises ${text}`;
    case 'problem':
      return `has a problem: ${moments.rulesAt(of, event).join(', ')}`;
    case 'cancel': {
      const by = running.taskAt(event);
      const message = text === '' ? '' : `, saying “${text}”`;
      return `is asked to cancel${by === 0 ? '' : ` by ${taskNames.labelOf(by)}`}${message}`;
    }
  }
}

/** What a marker that stands for `count` moments says, of which the given one is the first. */
export function describeMoment(index: RecordingIndex, moments: Moments, moment: Moment, count: number): MomentDescription {
  const step = moment.event + 1;
  return {
    label: actorName(index, moment.of),
    text: count > 1 ? `${deed(index, moments, moment)}, and ${count - 1} more here: zoom in` : deed(index, moments, moment),
    when: `at ${formatSeconds(asNanoseconds(clockAt(index, asStep(step))))} · step ${step.toLocaleString('en')}`,
  };
}

/** "main prints “hello”, at 0.300 s, step 44": for a screen reader. */
export const spokenMoment = ({ label, text, when }: MomentDescription): string => `${label} ${text}, ${when.replace(' · ', ', ')}`;
