import { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useRef } from 'react';
import { isInSight, isPageKey, type LineRange, waitBeforeFollowing } from './follow';
import { useLatest } from './useLatest';

/** Smooth scrolling would trail behind a fast play. */
const IMMEDIATE = editor.ScrollType.Immediate;

const rangeOf = ({ startLineNumber, endLineNumber }: { startLineNumber: number; endLineNumber: number }): LineRange => ({
  from: startLineNumber,
  to: endLineNumber,
});

/** Where the program stands at a step. */
export interface Stand {
  /** The line that runs, counted from 1; null for none. */
  readonly runningLine: number | null;
}

/** A line to go to: a new one each time that it is asked for. */
export interface Reveal {
  readonly file: string;
  /** Where it is now, counted from 1; null when it was changed since. */
  readonly lineNow: () => number | null;
}

/**
 * Keeps the running line in sight, anew at each other stand, without jumping after each step of a fast play, unless the user
 * has the editor in hand; goes to `reveal`, caret and all, in any case.
 */
export function useFollow(
  target: editor.IStandaloneCodeEditor | null,
  file: string,
  stand: Stand,
  reveal: Reveal | null,
  rushing: boolean,
): void {
  const shownFile = useLatest(file);
  const rushes = useLatest(rushing);
  const lastTouched = useRef(Number.NEGATIVE_INFINITY);
  const lastScrolled = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const node = target?.getDomNode();
    if (!node) return;
    const touched = (event: Event) => {
      if (!(event instanceof KeyboardEvent && isPageKey(event.key))) lastTouched.current = performance.now();
    };
    const kinds = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;
    for (const kind of kinds) node.addEventListener(kind, touched, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) node.removeEventListener(kind, touched, { capture: true });
    };
  }, [target]);

  useEffect(() => {
    const { runningLine } = stand;
    if (target === null || runningLine === null) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      if (isInSight(runningLine, target.getVisibleRanges().map(rangeOf))) return;
      target.revealLineInCenter(runningLine, IMMEDIATE);
      lastScrolled.current = performance.now();
    };
    // Later, if the user has the editor in hand: but then not away from the caret of one who goes on writing.
    const followAfter = (wait: number) => {
      waiting = setTimeout(() => {
        if (target.hasTextFocus() && !rushes.current) return;
        const more = waitOf(performance.now());
        if (more > 0) followAfter(more);
        else follow();
      }, wait);
    };
    const waitOf = (now: number) =>
      waitBeforeFollowing({ rushing: rushes.current, lastScrolled: lastScrolled.current, lastTouched: lastTouched.current }, now);
    const wait = waitOf(performance.now());
    if (wait === 0) follow();
    else followAfter(wait);
    return () => clearTimeout(waiting);
  }, [target, stand, rushes]);

  useEffect(() => {
    if (target === null || reveal === null || reveal.file !== shownFile.current) return;
    const line = reveal.lineNow();
    if (line === null) return;
    target.setPosition({ lineNumber: line, column: 1 });
    target.revealLineInCenterIfOutsideViewport(line, IMMEDIATE);
  }, [target, shownFile, reveal]);
}
