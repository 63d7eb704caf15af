import { editor } from 'monaco-editor/editor/editor.api';
import { memo, useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { TaskId } from '../../model/units';
import { type LineMark, type LineNote, sameNote } from './annotations';
import styles from './LineNotes.module.css';
import { PassingPills, PillBar } from './LinePills';
import { type PlacedNote, placeNote, type TextView } from './placement';

/**
 * Keeps `node` behind the end of a line of the text, wherever edits move that line; tells `onLength` how many characters the line has, now
 * and after each edit. Returns how to take it away.
 */
function pinToLineEnd(
  target: editor.IStandaloneCodeEditor,
  line: number,
  node: HTMLElement,
  onLength: (length: number) => void,
): () => void {
  const anchor = target.createDecorationsCollection([
    { range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 }, options: {} },
  ]);
  const lineEnd = () => {
    const lineNumber = anchor.getRange(0)?.startLineNumber;
    const column = lineNumber === undefined ? undefined : target.getModel()?.getLineMaxColumn(lineNumber);
    return lineNumber === undefined || column === undefined ? null : { lineNumber, column };
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
    anchor.clear();
  };
}

const NODES = new WeakMap<editor.IStandaloneCodeEditor, Map<number, HTMLElement>>();

/** The element of a line's note; the same one whenever that line has one again, for React adds all its listeners to a new one. */
function nodeOf(target: editor.IStandaloneCodeEditor, line: number): HTMLElement {
  const nodes = NODES.get(target) ?? new Map<number, HTMLElement>();
  NODES.set(target, nodes);
  const node = nodes.get(line) ?? document.createElement('div');
  nodes.set(line, node);
  return node;
}

/**
 * Behind the line's end; but as far to the left as the view's right edge asks, and not beyond its left one. The browser knows the note's
 * own width (100 %), so nothing has to be measured.
 */
const inSight = ({ leftEdge, rightEdge }: PlacedNote): string => `translateX(max(${leftEdge}px, min(0px, ${rightEdge}px - 100%)))`;

interface LineNotesProps {
  readonly target: editor.IStandaloneCodeEditor;
  readonly note: LineNote;
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
  function LineNotes({ target, note, view, mark, typing, rushing, onSelectTask }: LineNotesProps) {
    const node = nodeOf(target, note.line);
    const [length, setLength] = useState(0);
    useLayoutEffect(() => pinToLineEnd(target, note.line, node, setLength), [target, note.line, node]);
    const placed = useMemo(() => placeNote(note, length, view), [note, length, view]);
    const Pills = rushing ? PassingPills : PillBar;
    return createPortal(
      <div
        className={styles.note}
        data-compact={placed.compact}
        data-covers={placed.covers}
        data-line={mark}
        hidden={placed.covers && typing}
        style={{ maxWidth: placed.covers ? undefined : placed.rightEdge, transform: inSight(placed) }}
      >
        {placed.pills.length > 0 && <Pills line={note.line} placed={placed} onSelectTask={onSelectTask} />}
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
    sameNote(before.note, after.note),
);
