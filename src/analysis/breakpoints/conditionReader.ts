import type { RecordingIndex } from '../../model/index/recording-index';

/** Whether a condition holds, or why that cannot be told. */
export type Verdict = boolean | { readonly reason: string };

/** A condition, read once, that is asked at many places of one recording. */
export interface ReadCondition {
  /** Whether it holds in a frame, whose globals are the variables of another, at a step. */
  readonly at: (step: number, frame: number, moduleFrame: number) => Verdict;
}

/** Reads the text of a condition. It is handed to who needs it, because a page without conditions need not load what it takes. */
export type ConditionReader = (index: RecordingIndex, text: string) => ReadCondition;
