import { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useRef } from 'react';
import { shouldReveal } from './follow';
import { useLatest } from './useLatest';

/** Smooth scrolling would trail behind a fast play. */
const IMMEDIATE = editor.ScrollType.Immediate;

/** A line to go to: a new one each time that it is asked for. */
export interface Reveal {
  readonly file: string;
  /** Where it is now, counted from 1; null when it was changed since. */
  readonly lineNow: () => number | null;
}

/** Keeps the running line in sight unless the user has the editor in hand; goes to `reveal`, caret and all, in any case. */
export function useFollow(
  target: editor.IStandaloneCodeEditor | null,
  file: string,
  runningLine: number | null,
  reveal: Reveal | null,
): void {
  const shown = useLatest(file);
  const lastTouched = useRef(Number.NEGATIVE_INFINITY);

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
    const visible = target.getVisibleRanges().map((range) => ({ from: range.startLineNumber, to: range.endLineNumber }));
    if (shouldReveal(runningLine, visible, lastTouched.current, performance.now())) target.revealLineInCenter(runningLine, IMMEDIATE);
  }, [target, runningLine]);

  useEffect(() => {
    if (target === null || reveal === null || reveal.file !== shown.current) return;
    const line = reveal.lineNow();
    if (line === null) return;
    target.setPosition({ lineNumber: line, column: 1 });
    target.revealLineInCenterIfOutsideViewport(line, IMMEDIATE);
  }, [target, shown, reveal]);
}
