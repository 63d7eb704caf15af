import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds } from '../../model/units';
import { clockAt } from '../../model/world-at';
import type { Cause, Causes } from './causes';
import type { LaneList } from './laneRows';
import type { SpanPlace } from './spanPlace';

/** "fetch-1 wakes save.": what an arrow says. */
export function describeCause(index: RecordingIndex, { kind, from, to }: Cause): string {
  const [actor, other] = [index.taskNames.labelOf(from), index.taskNames.labelOf(to)];
  switch (kind) {
    case 'created':
      return `${actor} creates ${other}.`;
    case 'woke':
      return `${actor} does what ${other} waits for, and so wakes it.`;
    case 'cancelled':
      return `${actor} asks ${other} to cancel.`;
  }
}

/** "woken by fetch-1": how a span came about, said at the task to which it happened. */
export function causeWords(index: RecordingIndex, { kind, from }: Cause): string {
  const done = { created: 'created', woke: 'woken', cancelled: 'asked to cancel' } as const;
  return `${done[kind]} by ${index.taskNames.labelOf(from)}`;
}

/** "at 0.300 s · step 44". */
export const causeTime = (index: RecordingIndex, { toStep }: Cause): string =>
  `at ${formatSeconds(asNanoseconds(clockAt(index, asStep(toStep))))} · step ${toStep.toLocaleString('en')}`;

/** What another task did since the span before began that may have brought about this one; null where nobody did anything. */
export function causeOf(lanes: LaneList, causes: Causes, { lane: position, span }: SpanPlace): Cause | null {
  const lane = lanes.at(position);
  if (lane === undefined || span >= lane.count || lane.isBusy(span)) return null;
  return causes.into(lane.id, span === 0 ? 0 : lane.stepAt(span - 1), lane.stepAt(span));
}
