import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useState } from 'react';
import type { LineMark } from './annotations';
import styles from './ProgramEditor.module.css';

function decorationOf({ line, kind }: LineMark): editor.IModelDeltaDecoration {
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
  const lit = styles[kind] ?? '';
  const number = styles[`${kind}Number`] ?? '';
  return { range, options: { isWholeLine: true, className: lit, marginClassName: lit, lineNumberClassName: number } };
}

/** Lights lines of the editor; Monaco changes only what differs from the marks before. */
export function useLineMarks(target: editor.IStandaloneCodeEditor | null, marks: readonly LineMark[]): void {
  const [lit, setLit] = useState<editor.IEditorDecorationsCollection | null>(null);
  useEffect(() => {
    if (target === null) return;
    const collection = target.createDecorationsCollection();
    setLit(collection);
    return () => collection.clear();
  }, [target]);
  useEffect(() => {
    lit?.set(marks.map(decorationOf));
  }, [lit, marks]);
}
