import { useMemo } from 'react';
import type { Breakpoint } from '../../analysis/breakpoints/breakpoint';
import type { ConditionReader } from '../../analysis/breakpoints/conditionReader';
import type { RecordingIndex } from '../../model/index/recording-index';
import { useApp, useAppState } from '../store/AppContext';
import { breaksOf } from '../store/breaks';
import type { Bookmark } from '../store/marks';
import { currentBreakpoints, currentMarks, currentRecorded, recordedFingerprint, recordedLength } from '../store/selectors';

/** A step that is marked on the slider and on the timeline. */
export interface StepFlag {
  readonly kind: 'breakpoint' | 'bookmark' | 'interrupt';
  readonly step: number;
}

/** No more passes of a breakpoint's line are looked at to draw them. */
export const MOST_PASSES = 20_000;

/** Where breakpoints stop, what is bookmarked, and where Ctrl+C arrives, each in order of steps. */
function flagsOf(
  index: RecordingIndex,
  reader: ConditionReader | null,
  breakpoints: readonly Breakpoint[],
  bookmarks: readonly Bookmark[],
  text: number | null,
): readonly StepFlag[] {
  const stops = breakpoints.flatMap((breakpoint) => {
    const events = breaksOf(index, reader).of(breakpoint).first(MOST_PASSES).stops;
    return Array.from({ length: events.length }, (_, i): StepFlag => ({ kind: 'breakpoint', step: events.at(i) + 1 }));
  });
  const marked = bookmarks
    .filter((bookmark) => bookmark.text === text && bookmark.step <= index.length)
    .map(({ step }): StepFlag => ({ kind: 'bookmark', step }));
  const { signals } = index;
  const interrupts = Array.from({ length: signals.length }, (_, i): StepFlag => ({ kind: 'interrupt', step: signals.at(i) + 1 }));
  return [...stops.sort((a, b) => a.step - b.step), ...marked, ...interrupts];
}

const NO_FLAGS: readonly StepFlag[] = [];

/** The flags of the present recording; the same list for as long as nothing of it changes. */
export function useStepFlags(): readonly StepFlag[] {
  const { examples } = useApp();
  const index = useAppState((state) => currentRecorded(state)?.index);
  const length = useAppState(recordedLength);
  const reader = useAppState((state) => state.conditionReader);
  const breakpoints = useAppState((state) => currentBreakpoints(examples, state));
  const bookmarks = useAppState((state) => currentMarks(examples, state).bookmarks);
  const text = useAppState(recordedFingerprint);
  return useMemo(
    // The index grows in place: its length tells that there is more.
    () => (index === undefined || length === 0 ? NO_FLAGS : flagsOf(index, reader, breakpoints, bookmarks, text)),
    [index, reader, length, breakpoints, bookmarks, text],
  );
}

/** Flags so near to each other that one is drawn for all: the first of each kind in each of `cells` pieces of the whole. */
export function thinned(flags: readonly StepFlag[], length: number, cells: number): readonly StepFlag[] {
  const taken = new Set<string>();
  return flags.filter(({ kind, step }) => {
    const cell = `${kind} ${Math.floor((step / Math.max(length, 1)) * cells)}`;
    if (taken.has(cell)) return false;
    taken.add(cell);
    return true;
  });
}
