import { editor } from 'monaco-editor/editor/editor.api';
import { Popover, Toolbar } from 'radix-ui';
import { memo, useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { TaskId } from '../../model/units';
import { StateIcon } from '../design/StateIcon';
import { stateWord } from '../timeline/stateWord';
import { type LineNote, moreLabel, type Pill, sameNote } from './annotations';
import styles from './LineNotes.module.css';
import { placeNote, type TextView } from './placement';

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

interface PillContentProps {
  readonly pill: Pill;
}

function PillContent({ pill }: PillContentProps) {
  return (
    <>
      <StateIcon state={pill.state} />
      {pill.label}
    </>
  );
}

interface MorePillsProps {
  readonly line: number;
  readonly more: readonly Pill[];
  readonly onSelectTask: (task: TaskId) => void;
}

function MorePills({ line, more, onSelectTask }: MorePillsProps) {
  const name = moreLabel(line, more);
  return (
    <Popover.Root>
      <Toolbar.Button asChild>
        <Popover.Trigger className={styles.more} aria-label={name}>
          +{more.length}
        </Popover.Trigger>
      </Toolbar.Button>
      <Popover.Portal>
        <Popover.Content className={styles.popover} side="bottom" align="start" sideOffset={4} collisionPadding={8} aria-label={name}>
          {more.map((pill) => (
            <Popover.Close
              key={pill.task}
              className={styles.pill}
              data-task-state={pill.state}
              aria-label={`${pill.label}, ${stateWord(pill.state)}`}
              onClick={() => onSelectTask(pill.task)}
            >
              <PillContent pill={pill} />
            </Popover.Close>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface LineNotesProps {
  readonly target: editor.IStandaloneCodeEditor;
  readonly note: LineNote;
  readonly view: TextView;
  readonly onSelectTask: (task: TaskId) => void;
}

/**
 * The pills and values behind one line: real buttons in a content widget of Monaco's. They stand outside the text, so they neither
 * move it while playing nor are copied with it, and a screen reader finds them. A line is one stop of Tab; arrows walk its pills.
 */
export const LineNotes = memo(
  function LineNotes({ target, note, view, onSelectTask }: LineNotesProps) {
    const [node] = useState(() => document.createElement('div'));
    const [length, setLength] = useState(0);
    useLayoutEffect(() => pinToLineEnd(target, note.line, node, setLength), [target, note.line, node]);
    const { pills, more, maxWidth, shift } = useMemo(() => placeNote(note, length, view), [note, length, view]);
    return createPortal(
      <div
        className={styles.note}
        data-covers={shift < 0}
        style={{ maxWidth, transform: shift === 0 ? undefined : `translateX(${shift}px)` }}
      >
        {pills.length > 0 && (
          <Toolbar.Root className={styles.pills} aria-label={`Tasks on line ${note.line}`}>
            {pills.map((pill) => (
              <Toolbar.Button
                key={pill.task}
                className={styles.pill}
                data-task-state={pill.state}
                aria-label={`${pill.label}, ${stateWord(pill.state)}`}
                onClick={() => onSelectTask(pill.task)}
              >
                <PillContent pill={pill} />
              </Toolbar.Button>
            ))}
            {more.length > 0 && <MorePills line={note.line} more={more} onSelectTask={onSelectTask} />}
          </Toolbar.Root>
        )}
        {note.values.map((value) => (
          <span key={value.text} className={styles.value} data-changed={value.changed} title={value.text}>
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
    before.onSelectTask === after.onSelectTask &&
    sameNote(before.note, after.note),
);
