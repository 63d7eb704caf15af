import { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useRef } from 'react';
import { restBeforeFollowing, shouldReveal } from './follow';
import { useLatest } from './useLatest';

/** Smooth scrolling would trail behind a fast play. */
const IMMEDIATE = editor.ScrollType.Immediate;

/** A line to go to: a new one each time that it is asked for. */
export interface Reveal {
  readonly file: string;
  /** Where it is now, counted from 1; null when it was changed since. */
  readonly lineNow: () => number | null;
}

/**
 * Keeps the running line in sight, without jumping after each step of a fast play, unless the user has the editor in hand; goes to `reveal`,
 * caret and all, in any case.
 */
export function useFollow(
  target: editor.IStandaloneCodeEditor | null,
  file: string,
  runningLine: number | null,
  reveal: Reveal | null,
  rushing: boolean,
): void {
  const shown = useLatest(file);
  const rushes = useLatest(rushing);
  const lastTouched = useRef(Number.NEGATIVE_INFINITY);
  const lastScrolled = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const node = target?.getDomNode();
    if (!node) return;
    const touched = () => {
      lastTouched.current = performance.now();
    };
    const kinds = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;
    for (const kind of kinds) node.addEventListener(kind, touched, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) node.removeEventListener(kind, touched, { capture: true });
    };
  }, [target]);

  useEffect(() => {
    if (target === null || runningLine === null) return;
    const follow = () => {
      const visible = target.getVisibleRanges().map((range) => ({ from: range.startLineNumber, to: range.endLineNumber }));
      const now = performance.now();
      if (!shouldReveal(runningLine, visible, lastTouched.current, now)) return;
      target.revealLineInCenter(runningLine, IMMEDIATE);
      lastScrolled.current = now;
    };
    const rest = restBeforeFollowing(rushes.current, lastScrolled.current, performance.now());
    if (rest === 0) {
      follow();
      return;
    }
    const timer = setTimeout(follow, rest);
    return () => clearTimeout(timer);
  }, [target, runningLine, rushes]);

  useEffect(() => {
    if (target === null || reveal === null || reveal.file !== shown.current) return;
    const line = reveal.lineNow();
    if (line === null) return;
    target.setPosition({ lineNumber: line, column: 1 });
    target.revealLineInCenterIfOutsideViewport(line, IMMEDIATE);
  }, [target, shown, reveal]);
}
