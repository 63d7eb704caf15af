import { useMemo } from 'react';
import type { Problem } from '../../analysis/problems/problem';
import type { RecordingIndex } from '../../model/index/recording-index';
import { Causes } from './causes';
import type { LaneList } from './laneRows';
import { Moments } from './moments';
import { Scopes } from './scopes';
import { Lanes } from './spans';
import { recordedClock, type StepClock } from './stepClock';

/** What the timeline knows of a recording, and which lanes it shows. */
export interface TimelineModel extends Omit<RecordingModel, 'all'> {
  readonly lanes: LaneList;
}

/** What the timeline knows of a recording. */
interface RecordingModel {
  /** The lanes of all tasks. */
  readonly all: Lanes;
  readonly moments: Moments;
  readonly causes: Causes;
  readonly scopes: Scopes;
  readonly clock: StepClock;
}

/** Reads a recording for the timeline, and what is new of one that grows. */
export function useTimelineModel(index: RecordingIndex, length: number, problems: readonly Problem[]): RecordingModel {
  const read = useMemo(
    () => ({ all: new Lanes(index), moments: new Moments(index), causes: new Causes(index), scopes: new Scopes(index) }),
    [index],
  );
  return useMemo(() => {
    read.all.extend();
    read.moments.extend();
    read.moments.setProblems(problems);
    read.causes.extend();
    read.scopes.extend();
    return { ...read, clock: recordedClock(index, length) };
  }, [read, index, length, problems]);
}
