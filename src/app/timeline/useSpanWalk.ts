import { useState } from 'react';
import type { ActorId } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import { causeOf, causeTime, causeWords, describeCause } from './describeCause';
import { describeMoment, spokenMoment } from './describeMoment';
import { insideWords } from './describeScope';
import { describeSpan, spokenSpan } from './describeSpan';
import type { SpanPlace } from './spanPlace';
import { isAlong, placeAt, type Walk, walk } from './spanWalk';
import type { TimelineModel } from './useTimelineModel';

export interface SpanWalk {
  /** Where the keyboard is; null until the timeline is first used with it. */
  readonly place: SpanPlace | null;
  /** Whether to show where: while the timeline has the focus and is used with the keyboard. */
  readonly shown: boolean;
  /** What to announce: changed by walking only, so that playing says nothing. */
  readonly said: string;
  readonly focus: (byKeyboard: boolean) => void;
  readonly blur: () => void;
  /** Announces something that a key did. */
  readonly say: (words: string) => void;
  /** The step at which the span under the keyboard begins. */
  readonly begin: () => number | null;
  /** Walks, and returns where that led. */
  readonly go: (way: Walk) => SpanPlace | null;
  /** Goes to the span of the task that brought this one about; null where no other task did. */
  readonly goToCause: () => SpanPlace | null;
  /** Goes to the lane's next or previous moment, from where one stands; null where there is none. */
  readonly goToMoment: (way: 'next' | 'previous') => { readonly step: number; readonly place: SpanPlace } | null;
}

/** The keyboard's place among the spans. It begins at `startLane`, where one stands. */
export function useSpanWalk(
  index: RecordingIndex,
  { lanes, moments, causes, scopes, clock }: TimelineModel,
  startLane: number,
  step: number,
): SpanWalk {
  const [kept, setKept] = useState<{ readonly of: object; readonly id: ActorId; readonly span: number } | null>(null);
  const lane = kept !== null && kept.of === moments ? lanes.positionOf(kept.id) : -1;
  const place = kept === null || lane === -1 ? null : { lane, span: kept.span };
  const setPlace = (to: SpanPlace | null) => {
    const id = to === null ? undefined : lanes.at(to.lane)?.id;
    setKept(to === null || id === undefined ? null : { of: moments, id, span: to.span });
  };
  // Walking across lanes keeps to one step, as a caret keeps its column.
  const [goal, setGoal] = useState(0);
  const [shown, setShown] = useState(false);
  const [said, setSaid] = useState('');
  const start = () => placeAt(lanes, Math.max(0, startLane), step);
  return {
    place,
    shown,
    said,
    focus: (byKeyboard) => {
      setPlace(start());
      setGoal(step);
      setShown(byKeyboard);
    },
    blur: () => setShown(false),
    say: setSaid,
    begin: () => (place === null ? null : (lanes.at(place.lane)?.stepAt(place.span) ?? null)),
    go: (way) => {
      const from = place ?? start();
      if (from === null) return null;
      const to = walk(lanes, from, way, goal);
      const description = describeSpan(index, lanes, clock, to);
      setPlace(to);
      if (isAlong(way)) setGoal(lanes.at(to.lane)?.stepAt(to.span) ?? goal);
      setShown(true);
      const cause = causeOf(lanes, causes, to);
      setSaid(
        [description && spokenSpan(description), cause && causeWords(index, cause), insideWords(index, lanes, scopes, to)]
          .filter(Boolean)
          .join(', '),
      );
      return to;
    },
    goToCause: () => {
      const cause = place === null ? null : causeOf(lanes, causes, place);
      const to = cause === null ? null : placeAt(lanes, lanes.positionOf(cause.from), cause.fromStep);
      if (cause === null || to === null) {
        setSaid('no other task brought this about');
        return null;
      }
      setPlace(to);
      setGoal(cause.fromStep);
      setShown(true);
      setSaid(`${describeCause(index, cause)} ${causeTime(index, cause)}`);
      return to;
    },
    goToMoment: (way) => {
      const from = place ?? start();
      const id = from === null ? undefined : lanes.at(from.lane)?.id;
      if (from === null || id === undefined) return null;
      const moment = moments.beside(id, step, way);
      if (moment === null) {
        setSaid(way === 'next' ? 'nothing is marked after this step' : 'nothing is marked before this step');
        return null;
      }
      const to = placeAt(lanes, from.lane, moment.event + 1) ?? from;
      setPlace(to);
      setGoal(moment.event + 1);
      setShown(true);
      setSaid(spokenMoment(describeMoment(index, moments, moment, 1)));
      return { step: moment.event + 1, place: to };
    },
  };
}
