import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useRef, useState } from 'react';
import { Echoes } from './echoes';
import { useLatest } from './useLatest';

/** Keeps the editor's text and the page's the same: what is typed goes out, what comes from outside replaces the text and can be undone. */
export function useText(target: editor.IStandaloneCodeEditor | null, file: string, text: string, onChange: (text: string) => void): void {
  const [echoes] = useState(() => new Echoes());
  const change = useLatest(onChange);
  const replacing = useRef(false);

  useEffect(() => {
    const typing = target?.onDidChangeModelContent(() => {
      if (replacing.current) return;
      const typed = target.getValue();
      echoes.send(inFile(file, typed));
      change.current(typed);
    });
    return () => typing?.dispose();
  }, [target, file, echoes, change]);

  useEffect(() => {
    const model = target?.getModel();
    if (!target || !model || echoes.receive(inFile(file, text)) || text === model.getValue()) return;
    target.pushUndoStop();
    replacing.current = true;
    target.executeEdits('page', [{ range: model.getFullModelRange(), text }]);
    replacing.current = false;
    target.pushUndoStop();
    target.setPosition({ lineNumber: 1, column: 1 });
    target.setScrollTop(0);
  }, [target, file, text, echoes]);
}

/** Two files may hold the same text. */
const inFile = (file: string, text: string): string => `${file}\n${text}`;
