import { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useState } from 'react';
import styles from './Breakpoints.module.css';
import { useLatest } from './useLatest';

/** A breakpoint as the margin shows it. */
export interface MarginBreakpoint {
  readonly line: number;
  /** What it asks for besides its line; empty when it always stops. */
  readonly condition: string;
}

const { GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS, GUTTER_LINE_DECORATIONS } = editor.MouseTargetType;
const MARGIN: ReadonlySet<editor.MouseTargetType> = new Set([GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS, GUTTER_LINE_DECORATIONS]);

function decorationOf({ line, condition }: MarginBreakpoint): editor.IModelDeltaDecoration {
  const glyph = condition === '' ? styles.breakpoint : styles.conditional;
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      glyphMarginClassName: glyph ?? '',
      glyphMarginHoverMessage: { value: condition === '' ? 'Breakpoint' : `Breakpoint: ${condition}` },
    },
  };
}

const hint = (line: number): editor.IModelDeltaDecoration => ({
  range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
  options: { glyphMarginClassName: styles.hint ?? '' },
});

/** Shows breakpoints in the margin, and where a press would set one; a press sets or takes away. */
export function useBreakpoints(
  target: editor.IStandaloneCodeEditor | null,
  breakpoints: readonly MarginBreakpoint[],
  onToggle: (line: number) => void,
): void {
  const [shown, setShown] = useState<editor.IEditorDecorationsCollection | null>(null);
  const toggle = useLatest(onToggle);

  useEffect(() => {
    if (target === null) return;
    const collection = target.createDecorationsCollection();
    const hinted = target.createDecorationsCollection();
    setShown(collection);
    const lineOf = ({ type, position }: editor.IMouseTarget) => (position !== null && MARGIN.has(type) ? position.lineNumber : null);
    const listeners = [
      target.onMouseDown((event) => {
        // The arrow that folds stands in the margin as well.
        const line = event.target.element?.closest('.codicon') ? null : lineOf(event.target);
        if (line !== null && event.event.leftButton) toggle.current(line);
      }),
      target.onMouseMove((event) => {
        const line = lineOf(event.target);
        hinted.set(line === null ? [] : [hint(line)]);
      }),
      target.onMouseLeave(() => hinted.clear()),
    ];
    return () => {
      for (const listener of listeners) listener.dispose();
      collection.clear();
      hinted.clear();
    };
  }, [target, toggle]);

  useEffect(() => {
    shown?.set(breakpoints.map(decorationOf));
  }, [shown, breakpoints]);
}
