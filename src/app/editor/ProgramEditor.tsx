import { Editor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TaskId } from '../../model/units';
import type { Theme } from '../shell/theme';
import { type LineValue, lineMarks, lineNotes, type Pill } from './annotations';
import { monaco } from './bundledMonaco';
import { defineTheme } from './editorTheme';
import { LineNotes, useNotedLines } from './LineNotes';
import { countInWords } from './lineCounts';
import styles from './ProgramEditor.module.css';
import type { CountsOf } from './shownCounts';
import { type MarginBreakpoint, useBreakpoints } from './useBreakpoints';
import { useCaretLine } from './useCaretLine';
import { type Reveal, type Stand, useFollow } from './useFollow';
import { useLatest } from './useLatest';
import { useLineCounts } from './useLineCounts';
import { useLineMarks } from './useLineMarks';
import { type ProblemMark, useProblemMarks } from './useProblemMarks';
import { useText } from './useText';
import { useTextView } from './useTextView';
import { useVariableHistory, type VariableSource } from './useVariableHistory';
import { VariableHistory } from './VariableHistory';

export interface ProgramEditorProps {
  /** The path of the file whose text it is: each keeps its own place and undo. */
  readonly file: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly theme: Theme;
  /** The line that runs at this step, counted from 1; another object for each step that is shown. */
  readonly stand: Stand;
  /** Where the calls around it stand. */
  readonly callerLines: readonly number[];
  readonly pills: readonly Pill[];
  readonly values: readonly LineValue[];
  /** Ctrl+Enter, or ⌘ Enter on a Mac. */
  readonly onRun: () => void;
  readonly onSelectTask?: (task: TaskId) => void;
  /** A line to go to when it changes, whatever the user does. */
  readonly reveal?: Reveal | null;
  /** Whether it plays too fast for single steps to be seen. */
  readonly rushing?: boolean;
  /** How often each line ran. */
  readonly countsOf?: CountsOf;
  /** What variables' histories are told from; null where nothing is recorded. */
  readonly variables?: VariableSource | null;
  /** What to underline. */
  readonly problems?: readonly ProblemMark[];
  /** Whether what is drawn around the text was recorded of an earlier one. */
  readonly older?: boolean;
  readonly breakpoints?: readonly MarginBreakpoint[];
  /** A press in the margin beside a line. */
  readonly onToggleBreakpoint?: (line: number) => void;
  /** The caret went to a line. */
  readonly onCaretLine?: (line: number) => void;
}

const LABEL = 'Program text. Tab indents; press F6 to go to the next panel, or Ctrl+M, Control Shift M on a Mac, to let Tab move on.';

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: LABEL,
  automaticLayout: true,
  contextmenu: false,
  // The one that is the browser's own is measured, and so the page laid out, whenever a mark in the margin changes.
  editContext: false,
  fixedOverflowWidgets: true,
  folding: true,
  fontSize: 13,
  glyphMargin: true,
  guides: { indentation: true },
  lineDecorationsWidth: 10,
  lineHeight: 21,
  lineNumbersMinChars: 6,
  matchBrackets: 'near',
  minimap: { enabled: false },
  occurrencesHighlight: 'singleFile',
  overviewRulerLanes: 0,
  padding: { top: 6, bottom: 6 },
  quickSuggestions: false,
  renderFinalNewline: 'on',
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  selectOnLineNumbers: false,
  scrollbar: { horizontalScrollbarSize: 10, verticalScrollbarSize: 10, useShadows: false },
  suggestOnTriggerCharacters: false,
  tabSize: 4,
  wordBasedSuggestions: 'off',
};

const NO_TASK = () => undefined;
const NO_PROBLEMS: readonly ProblemMark[] = [];
const NO_COUNTS: CountsOf = () => null;
const NO_BREAKPOINTS: readonly MarginBreakpoint[] = [];

/** The program's text. Fills its container; where tasks stand and what runs is drawn around the text, never in it. */
export default function ProgramEditor(props: ProgramEditorProps) {
  const { file, text, onChange, theme, stand, callerLines, pills, values, onRun, onSelectTask = NO_TASK, reveal = null } = props;
  const { countsOf = NO_COUNTS, variables = null, older = false, rushing = false, problems = NO_PROBLEMS } = props;
  const { breakpoints = NO_BREAKPOINTS, onToggleBreakpoint = NO_TASK, onCaretLine = NO_TASK } = props;
  const [target, setTarget] = useState<editor.IStandaloneCodeEditor | null>(null);
  const [lineCount, setLineCount] = useState(0);
  const [shownFile, setShownFile] = useState(file);
  const box = useRef<HTMLDivElement>(null);
  const run = useLatest(onRun);
  const caretMoved = useLatest(onCaretLine);

  useEffect(() => {
    monaco.editor.setTheme(defineTheme(theme, box.current ?? document.documentElement));
  }, [theme]);

  const onMount = (mounted: editor.IStandaloneCodeEditor): void => {
    const { KeyCode, KeyMod } = monaco;
    mounted.addAction({ id: 'loopscope.run', label: 'Run', keybindings: [KeyMod.CtrlCmd | KeyCode.Enter], run: () => run.current() });
    const countLines = () => setLineCount(mounted.getModel()?.getLineCount() ?? 0);
    const meetModel = () => {
      const model = mounted.getModel();
      if (model === null) return;
      model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
      setShownFile(model.uri.path.slice(1));
      countLines();
    };
    mounted.onDidChangeModelContent(countLines);
    mounted.onDidChangeModel(meetModel);
    meetModel();
    mounted.onDidChangeCursorPosition(({ position }) => caretMoved.current(position.lineNumber));
    setTarget(mounted);
    // The code font comes late; what Monaco measured before is another font's width.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  };

  const view = useTextView(target);
  const marks = useMemo(() => lineMarks(stand.runningLine, callerLines, lineCount), [stand, callerLines, lineCount]);
  const notes = useMemo(() => lineNotes(pills, values, lineCount), [pills, values, lineCount]);
  const notedLines = useNotedLines(file, notes);
  useText(target, file, text, onChange);
  useLineMarks(target, marks);
  useBreakpoints(target, breakpoints, onToggleBreakpoint);
  const caretLine = useCaretLine(target);
  useFollow(target, file, stand, reveal, rushing);
  useLineCounts(target, countsOf);
  useProblemMarks(target, problems);
  const history = useVariableHistory(target, variables);
  const lineCountAtHistory = history.open === null ? null : countsOf(history.open.at.lineNumber);

  // One and the same, because the editor takes up all options anew whenever it is given others.
  const options = useMemo(() => {
    const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-code').trim();
    return { ...OPTIONS, fontFamily };
  }, []);
  return (
    <div ref={box} className={styles.editor} data-theme={theme} data-older={older}>
      <Editor
        language="python"
        path={`file:///${file.split('/').map(encodeURIComponent).join('/')}`}
        defaultValue={text}
        theme={`loopscope-${theme}`}
        options={options}
        loading={<pre className={styles.loading}>{text}</pre>}
        onMount={onMount}
      />
      {target !== null &&
        shownFile === file &&
        notedLines.map((line) => (
          <LineNotes
            key={`${line} ${file}`}
            target={target}
            line={line}
            note={notes.find((note) => note.line === line)}
            view={view}
            mark={marks.find((mark) => mark.line === line)?.kind}
            typing={caretLine === line}
            rushing={rushing}
            onSelectTask={onSelectTask}
          />
        ))}
      {target !== null && history.open !== null && variables !== null && (
        <VariableHistory
          target={target}
          open={history.open}
          source={variables}
          lineRan={lineCountAtHistory === null ? null : countInWords(lineCountAtHistory)}
          onClose={history.close}
        />
      )}
    </div>
  );
}
