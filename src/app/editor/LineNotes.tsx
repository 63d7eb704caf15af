import { editor } from 'monaco-editor/editor/editor.api';
import { memo, useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { TaskId } from '../../model/units';
import { type LineMark, type LineNote, sameNote } from './annotations';
import styles from './LineNotes.module.css';
import { PassingPills, PillBar } from './LinePills';
import { type PlacedNote, placeNote, type TextView } from './placement';

/**
 * Keeps `node` behind the end of a line; tells `onLength` how many characters the line has, now and after each edit. Returns how to take it
 * away.
 */
function pinToLineEnd(
  target: editor.IStandaloneCodeEditor,
  line: number,
  node: HTMLElement,
  onLength: (length: number) => void,
): () => void {
  const lineEnd = () => {
    const model = target.getModel();
    return model === null || line > model.getLineCount() ? null : { lineNumber: line, column: model.getLineMaxColumn(line) };
  };
  const widget: editor.IContentWidget = {
    getId: () => `loopscope.line-note.${line}`,
    getDomNode: () => node,
    getPosition: () => ({ position: lineEnd(), preference: [editor.ContentWidgetPositionPreference.EXACT] }),
    // An exact place needs no size: saying so spares Monaco from measuring each note at each step.
    beforeRender: () => ({ width: 0, height: 0 }),
    suppressMouseDown: true,
  };
  const tellLength = () => onLength((lineEnd()?.column ?? 1) - 1);
  target.addContentWidget(widget);
  tellLength();
  const edits = target.onDidChangeModelContent(() => {
    target.layoutContentWidget(widget);
    tellLength();
  });
  return () => {
    edits.dispose();
    target.removeContentWidget(widget);
  };
}

/** So many lines keep a place for their notes; those of a long program would add up. */
const PLACES = 60;

/**
 * The lines of a file to keep a place for: those that have a note, and those that had one, as far as there is room. Monaco draws itself anew
 * for each place that comes or goes, and React adds all its listeners to a new one.
 */
export function useNotedLines(file: string, notes: readonly LineNote[]): readonly number[] {
  const [kept, setKept] = useState<{ readonly file: string; readonly lines: readonly number[] }>({ file, lines: [] });
  const now = notes.map(({ line }) => line);
  const before = kept.file === file ? kept.lines : [];
  if (kept.file === file && now.every((line) => before.includes(line))) return before;
  const all = [...new Set([...before, ...now])];
  const lines = all.length > PLACES ? now : all;
  setKept({ file, lines });
  return lines;
}

/**
 * Behind the line's end; but as far to the left as the view's right edge asks, and not beyond its left one. The browser knows the note's
 * own width (100 %), so nothing has to be measured.
 */
const inSight = ({ leftEdge, rightEdge }: PlacedNote): string => `translateX(max(${leftEdge}px, min(0px, ${rightEdge}px - 100%)))`;

interface LineNotesProps {
  readonly target: editor.IStandaloneCodeEditor;
  readonly line: number;
  /** What to show; undefined while there is nothing. */
  readonly note: LineNote | undefined;
  readonly view: TextView;
  /** How the line is lit. */
  readonly mark: LineMark['kind'] | undefined;
  /** Whether one is typing in this line: what covers it steps aside. */
  readonly typing: boolean;
  /** Whether it plays too fast for single steps to be seen. */
  readonly rushing: boolean;
  readonly onSelectTask: (task: TaskId) => void;
}

/**
 * The pills and values behind one line: real buttons in a content widget of Monaco's. They stand outside the text, so they neither
 * move it while playing nor are copied with it, and a screen reader finds them. A line is one stop of Tab; arrows walk its pills.
 */
export const LineNotes = memo(
  function LineNotes({ target, line, note, view, mark, typing, rushing, onSelectTask }: LineNotesProps) {
    const [node] = useState(() => document.createElement('div'));
    const [length, setLength] = useState(0);
    useLayoutEffect(() => pinToLineEnd(target, line, node, setLength), [target, line, node]);
    const placed = useMemo(() => (note === undefined ? null : placeNote(note, length, view)), [note, length, view]);
    const Pills = rushing ? PassingPills : PillBar;
    if (placed === null || (placed.pills.length === 0 && placed.values.length === 0)) return null;
    return createPortal(
      <div
        className={styles.note}
        data-compact={placed.compact}
        data-covers={placed.covers}
        data-line={mark}
        hidden={placed.covers && typing}
        style={{ maxWidth: placed.covers ? undefined : placed.rightEdge, transform: inSight(placed) }}
      >
        {placed.pills.length > 0 && <Pills line={line} placed={placed} onSelectTask={onSelectTask} />}
        {placed.values.map((value) => (
          <span key={value.id} className={styles.value} data-changed={value.changed} title={value.text}>
            {value.text}
          </span>
        ))}
      </div>,
      node,
    );
  },
  (before, after) =>
    before.target === after.target &&
    before.view === after.view &&
    before.mark === after.mark &&
    before.typing === after.typing &&
    before.rushing === after.rushing &&
    before.onSelectTask === after.onSelectTask &&
    (before.note === after.note || (before.note !== undefined && after.note !== undefined && sameNote(before.note, after.note))),
);
