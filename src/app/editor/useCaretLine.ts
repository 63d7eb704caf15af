import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useState } from 'react';

/** The line in which one is typing; null while the text does not have the focus. */
export function useCaretLine(target: editor.IStandaloneCodeEditor | null): number | null {
  const [line, setLine] = useState<number | null>(null);
  useEffect(() => {
    if (target === null) return;
    const update = () => setLine(target.hasTextFocus() ? (target.getPosition()?.lineNumber ?? null) : null);
    const listeners = [target.onDidChangeCursorPosition(update), target.onDidFocusEditorText(update), target.onDidBlurEditorText(update)];
    return () => {
      for (const listener of listeners) listener.dispose();
    };
  }, [target]);
  return line;
}
