import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import type { Severity } from '../../analysis/problems/problem';
import { monaco } from './bundledMonaco';

/** A problem to underline: from a column of a line (both from 1) to the line's end. */
export interface ProblemMark {
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly message: string;
  readonly rule: string;
}

const OWNER = 'problems';
const SEVERITIES: { readonly [S in Severity]: 'Error' | 'Warning' | 'Info' } = { error: 'Error', warning: 'Warning', hint: 'Info' };

/** Underlines problems in the text; hovering says what they are. Monaco moves the marks with the text until they are set anew. */
export function useProblemMarks(target: editor.IStandaloneCodeEditor | null, marks: readonly ProblemMark[]): void {
  useEffect(() => {
    const model = target?.getModel();
    if (!model) return;
    const within = marks.filter(({ line }) => line <= model.getLineCount());
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      within.map(({ line, column, severity, message, rule }) => ({
        startLineNumber: line,
        startColumn: column,
        endLineNumber: line,
        endColumn: Math.max(column + 1, model.getLineLastNonWhitespaceColumn(line)),
        severity: monaco.MarkerSeverity[SEVERITIES[severity]],
        message,
        source: rule,
      })),
    );
  }, [target, marks]);
}
