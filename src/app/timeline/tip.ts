import { actorName } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import type { TaskState } from '../../model/world';
import { causeOf, causeTime, causeWords, describeCause } from './describeCause';
import { describeMoment } from './describeMoment';
import { describeScope, insideWords } from './describeScope';
import { describeSpan, durationWords, stepWords, timeWords } from './describeSpan';
import type { Hit } from './hitTest';
import { placeAt } from './spanWalk';
import type { TimelineModel } from './useTimelineModel';

/** What is said of the thing under the pointer. */
export interface Tip {
  readonly label: string;
  readonly state: TaskState | null;
  /** What or why; may be empty. */
  readonly text: string;
  /** When, and how long. */
  readonly figures: string;
}

/** What to say of what lies under the pointer; null of nothing. `step`: where one stands, which is what a name tells of. */
export function tipOf(index: RecordingIndex, { lanes, moments, clock, causes, scopes }: TimelineModel, hit: Hit, step: number): Tip | null {
  switch (hit.on) {
    case 'moment': {
      const { label, text, when } = describeMoment(index, moments, hit.moment, hit.count);
      return { label, state: null, text, figures: when };
    }
    case 'arrow': {
      const { cause } = hit.arrow;
      return { label: index.taskNames.labelOf(cause.to), state: null, text: describeCause(index, cause), figures: causeTime(index, cause) };
    }
    case 'scope': {
      const [fromStep, toStep] = [scopes.beginStep(hit.scope), scopes.endStep(hit.scope) ?? clock.length];
      const figures = { fromStep, toStep, fromNs: clock.nsAt(fromStep), toNs: clock.nsAt(toStep) };
      return {
        label: actorName(index, lanes.at(hit.lane)?.id ?? 0),
        state: null,
        text: describeScope(index, scopes, hit.scope),
        figures: `${timeWords(figures)} · ${durationWords(figures)} · ${stepWords(figures)}`,
      };
    }
    case 'span':
    case 'name': {
      const place = hit.on === 'span' ? hit : placeAt(lanes, hit.lane, step);
      const span = place === null ? null : describeSpan(index, lanes, clock, place);
      if (span === null) return null;
      const { label, state, reason } = span;
      const cause = place === null ? null : causeOf(lanes, causes, place);
      const inside = place === null ? '' : insideWords(index, lanes, scopes, place);
      const isIdle = state === 'idle';
      const text = [isIdle ? 'idle' : reason, cause === null ? '' : causeWords(index, cause), inside]
        .filter((part) => part !== '')
        .join(' · ');
      return { label, state: isIdle ? null : state, text, figures: `${timeWords(span)} · ${durationWords(span)} · ${stepWords(span)}` };
    }
    case 'fold':
    case 'ruler':
    case 'nothing':
      return null;
  }
}
