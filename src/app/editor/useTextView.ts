import { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useState } from 'react';
import type { TextView } from './placement';

const NOTHING: TextView = { left: 0, width: 0, charWidth: 0 };
/** Room for the vertical scroll bar. */
const SCROLLBAR = 10;

function viewOf(target: editor.IStandaloneCodeEditor): TextView {
  const { typicalHalfwidthCharacterWidth: charWidth } = target.getOption(editor.EditorOption.fontInfo);
  return { left: target.getScrollLeft(), width: target.getLayoutInfo().contentWidth - SCROLLBAR, charWidth };
}

/** Which part of the text is in sight, sideways; changes when the editor is resized or scrolled sideways. */
export function useTextView(target: editor.IStandaloneCodeEditor | null): TextView {
  const [view, setView] = useState(NOTHING);
  useEffect(() => {
    if (target === null) return;
    const update = () =>
      setView((before) => {
        const after = viewOf(target);
        return after.left === before.left && after.width === before.width && after.charWidth === before.charWidth ? before : after;
      });
    const listeners = [target.onDidLayoutChange(update), target.onDidScrollChange(update), target.onDidChangeConfiguration(update)];
    update();
    return () => {
      for (const listener of listeners) listener.dispose();
    };
  }, [target]);
  return view;
}
