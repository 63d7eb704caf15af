import { type ActorId, actorName, taskOfActor } from '../../model/actor-id';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asNanoseconds, asStep, formatSeconds } from '../../model/units';
import type { World } from '../../model/world';
import { worldAt } from '../../model/world-at';
import { findTask } from '../panels/lookup';
import { threadReason } from '../panels/loop/threadReason';
import { taskReason } from '../panels/tasks/reason';
import type { LaneState } from './lane';
import type { LaneList } from './laneRows';
import type { SpanPlace } from './spanPlace';
import { stateWord } from './stateWord';
import type { StepClock } from './stepClock';

/** Where a span begins and ends. */
interface Figures {
  readonly fromStep: number;
  readonly toStep: number;
  readonly fromNs: number;
  readonly toNs: number;
}

/** What a span is, in words and figures. */
export interface SpanDescription extends Figures {
  readonly label: string;
  readonly state: LaneState;
  /** Why the task or the thread is in this state, when it came into it; may be empty. */
  readonly reason: string;
}

/** Describes a span of a recording as far as `clock` goes; null where there is none. */
export function describeSpan(
  index: RecordingIndex,
  lanes: LaneList,
  clock: StepClock,
  { lane: position, span }: SpanPlace,
): SpanDescription | null {
  const lane = lanes.at(position);
  if (lane === undefined || span < 0 || span >= lane.count) return null;
  const state = lane.stateAt(span);
  const fromStep = lane.stepAt(span);
  const toStep = lane.isEnd(span) ? fromStep : span + 1 < lane.count ? lane.stepAt(span + 1) : clock.length;
  // The world calls a task blocking from the step after the clock moved under it, which is where that span ends.
  const toldAt = state === 'blocking' ? toStep : Math.min(fromStep + (span > 0 && lane.stateAt(span - 1) === 'blocking' ? 1 : 0), toStep);
  const world = worldAt(index, asStep(Math.min(toldAt, index.length)));
  return {
    label: lane.id < 0 ? `thread ${actorName(index, lane.id)}` : actorName(index, lane.id),
    state,
    reason: reasonOf(world, lane.id),
    fromStep,
    toStep,
    fromNs: lane.nsAt(span),
    toNs: clock.nsAt(toStep),
  };
}

function reasonOf(world: World, id: ActorId): string {
  const task = taskOfActor(id);
  const view = task === null ? undefined : findTask(world, task);
  if (view !== undefined) return taskReason(world, view);
  const thread = world.threads.find((candidate) => candidate.thread === -id);
  return thread === undefined ? '' : threadReason(world, thread);
}

const seconds = (ns: number): string => formatSeconds(asNanoseconds(ns));

/** "0.300 s", or that it takes no time. */
export const durationWords = ({ fromNs, toNs }: Figures): string => (toNs === fromNs ? 'no time passes' : `for ${seconds(toNs - fromNs)}`);

/** "0.000 s to 0.300 s", or the moment. */
export const timeWords = ({ fromNs, toNs }: Figures): string =>
  toNs === fromNs ? `at ${seconds(fromNs)}` : `${seconds(fromNs)} to ${seconds(toNs)}`;

/** "steps 14 to 58", or "step 14". */
export const stepWords = ({ fromStep, toStep }: Figures): string =>
  fromStep === toStep
    ? `step ${fromStep.toLocaleString('en')}`
    : `steps ${fromStep.toLocaleString('en')} to ${toStep.toLocaleString('en')}`;

/** "fetch-3, waiting, sem.acquire(): all 2 permits are taken, 0.000 s to 0.300 s, steps 14 to 58": for a screen reader. */
export function spokenSpan(span: SpanDescription): string {
  const parts = [span.label, stateWord(span.state), span.reason, timeWords(span), stepWords(span)];
  return parts.filter((part) => part !== '').join(', ');
}
