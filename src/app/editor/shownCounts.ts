import type { editor } from 'monaco-editor/editor/editor.api';
import { labelClass } from './countLabels';
import styles from './LineCounts.module.css';
import { countInWords, heatOf, type LineCount, shortCount } from './lineCounts';

/** How often a line ran; null for one that never did. */
export type CountsOf = (line: number) => LineCount | null;

const NO_COUNTS: CountsOf = () => null;

/** A decoration that may change and go. */
interface Mark {
  readonly set: (decorations: readonly editor.IModelDeltaDecoration[]) => unknown;
  readonly clear: () => void;
}

interface Listener {
  readonly dispose: () => void;
}

/** What is asked of Monaco's editor. */
export interface CountedEditor {
  readonly onDidScrollChange: (changed: () => void) => Listener;
  readonly onDidLayoutChange: (changed: () => void) => Listener;
  readonly onDidChangeHiddenAreas: (changed: () => void) => Listener;
  readonly onDidChangeModelContent: (changed: () => void) => Listener;
  readonly onDidChangeModel: (changed: () => void) => Listener;
  readonly getVisibleRanges: () => readonly { readonly startLineNumber: number; readonly endLineNumber: number }[];
  readonly createDecorationsCollection: () => Mark;
}

/** A line's count as it is drawn. */
interface Shown {
  readonly count: LineCount;
  readonly mark: Mark;
}

/**
 * How often lines ran, beside the numbers of those in sight. Lines out of sight cost nothing, and those whose count stays the same are left
 * alone: while playing few counts change, and Monaco looks at all that it is given.
 */
export class ShownCounts {
  private readonly target: CountedEditor;
  private readonly shown = new Map<number, Shown>();
  private readonly listeners: readonly Listener[];
  private countsOf = NO_COUNTS;
  /** Whether edits may have moved what is shown to other lines. */
  private moved = false;

  constructor(target: CountedEditor) {
    this.target = target;
    const update = (): void => this.update();
    const move = (): void => {
      this.moved = true;
    };
    this.listeners = [
      target.onDidScrollChange(update),
      target.onDidLayoutChange(update),
      target.onDidChangeHiddenAreas(update),
      target.onDidChangeModelContent(move),
      target.onDidChangeModel(move),
    ];
  }

  /** Shows these counts from now on. */
  show(countsOf: CountsOf): void {
    this.countsOf = countsOf;
    this.update();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.clear();
  }

  private clear(): void {
    for (const { mark } of this.shown.values()) mark.clear();
    this.shown.clear();
  }

  private update(): void {
    if (this.moved) this.clear();
    this.moved = false;
    const ranges = this.target.getVisibleRanges();
    for (const line of this.shown.keys()) {
      if (!ranges.some((range) => line >= range.startLineNumber && line <= range.endLineNumber)) this.take(line);
    }
    for (const { startLineNumber, endLineNumber } of ranges) {
      for (let line = startLineNumber; line <= endLineNumber; line++) this.mark(line, this.countsOf(line));
    }
  }

  private take(line: number): void {
    this.shown.get(line)?.mark.clear();
    this.shown.delete(line);
  }

  private mark(line: number, count: LineCount | null): void {
    if (count === null) {
      this.take(line);
      return;
    }
    const before = this.shown.get(line);
    if (before?.count.soFar === count.soFar && before.count.inAll === count.inAll) return;
    const mark = before?.mark ?? this.target.createDecorationsCollection();
    mark.set([decorationOf(line, count)]);
    this.shown.set(line, { count, mark });
  }
}

function decorationOf(line: number, count: LineCount): editor.IModelDeltaDecoration {
  const { soFar } = count;
  const shown = soFar === 0 ? '' : `${styles.count} ${styles[`heat${heatOf(soFar)}`]} ${labelClass(shortCount(soFar))}`;
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: { lineNumberClassName: shown, lineNumberHoverMessage: { value: countInWords(count) } },
  };
}
