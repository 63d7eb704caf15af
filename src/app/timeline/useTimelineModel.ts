import { useMemo } from 'react';
import type { RecordingIndex } from '../../model/index/recording-index';
import { Causes } from './causes';
import { Moments } from './moments';
import { Lanes } from './spans';
import { recordedClock, type StepClock } from './stepClock';

/** What the timeline knows of a recording. */
export interface TimelineModel {
  readonly lanes: Lanes;
  readonly moments: Moments;
  readonly causes: Causes;
  readonly clock: StepClock;
}

/** Reads a recording for the timeline, and what is new of one that grows. */
export function useTimelineModel(index: RecordingIndex, length: number): TimelineModel {
  const read = useMemo(() => ({ lanes: new Lanes(index), moments: new Moments(index), causes: new Causes(index) }), [index]);
  return useMemo(() => {
    read.lanes.extend();
    read.moments.extend();
    read.causes.extend();
    return { ...read, clock: recordedClock(index, length) };
  }, [read, index, length]);
}
