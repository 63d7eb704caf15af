import { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useRef } from 'react';
import { shouldReveal } from './follow';

/** Smooth scrolling would trail behind a fast play. */
const IMMEDIATE = editor.ScrollType.Immediate;

/** Keeps the running line in sight unless the user has the editor in hand; brings `revealLine` into view in any case. */
export function useFollow(target: editor.IStandaloneCodeEditor | null, runningLine: number | null, revealLine: number | null): void {
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
    if (target !== null && revealLine !== null) target.revealLineInCenterIfOutsideViewport(revealLine, IMMEDIATE);
  }, [target, revealLine]);
}
