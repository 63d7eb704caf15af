import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import { labelClass } from './countLabels';
import styles from './LineCounts.module.css';
import { countInWords, heatOf, type LineCount, shortCount } from './lineCounts';

/** How often a line ran; null for one that never did. */
export type CountsOf = (line: number) => LineCount | null;

function decorationOf(line: number, count: LineCount): editor.IModelDeltaDecoration {
  const shown = count.soFar === 0 ? '' : `${styles.count} ${styles[`heat${heatOf(count.soFar)}`]} ${labelClass(shortCount(count.soFar))}`;
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: { lineNumberClassName: shown, lineNumberHoverMessage: { value: countInWords(count) } },
  };
}

/** Shows beside the numbers of the lines in sight how often they ran. Lines out of sight cost nothing. */
export function useLineCounts(target: editor.IStandaloneCodeEditor | null, countsOf: CountsOf): void {
  useEffect(() => {
    if (target === null) return;
    const shown = target.createDecorationsCollection();
    const update = (): void => {
      const decorations: editor.IModelDeltaDecoration[] = [];
      for (const { startLineNumber, endLineNumber } of target.getVisibleRanges()) {
        for (let line = startLineNumber; line <= endLineNumber; line++) {
          const count = countsOf(line);
          if (count !== null) decorations.push(decorationOf(line, count));
        }
      }
      shown.set(decorations);
    };
    update();
    const listeners = [target.onDidScrollChange(update), target.onDidLayoutChange(update), target.onDidChangeHiddenAreas(update)];
    return () => {
      for (const listener of listeners) listener.dispose();
      shown.clear();
    };
  }, [target, countsOf]);
}
