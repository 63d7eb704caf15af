import { History, RotateCcw } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import type { Place } from '../../../model/world';
import { IconButton } from '../../design/Button';
import { Panel } from '../../design/Panel';
import { part } from '../../design/part';
import type { LineMap } from '../../editor/lineMap';
import { type CleanedText, cleaned } from '../../editor/pastedCode';
import type { Reveal } from '../../editor/useFollow';
import { useLatest } from '../../editor/useLatest';
import type { Theme } from '../../shell/theme';
import { useActions, useApp, useAppState, useSelection, useWorldPart } from '../../store/AppContext';
import { currentFiles, currentMarks, currentText, isRushing, shownPath } from '../../store/selectors';
import type { Selection } from '../../store/state';
import { PROGRAM_LEGEND } from '../legends';
import { FileTabs } from './FileTabs';
import { LiveNote, LiveToggle } from './LiveMode';
import styles from './ProgramPanel.module.css';
import { useDroppedFiles } from './useDroppedFiles';
import { useProblemsInText } from './useProblemsInText';
import { useRecordedText } from './useRecordedText';

const RunModeNote = part(() => import('./RunModeNote'));
const ProgramEditor = part(() => import('../../editor/ProgramEditor'));

/** The program's text, with what happens at this step drawn around it. */
export function ProgramPanel({ theme }: { readonly theme: Theme }) {
  const { examples } = useApp();
  const actions = useActions();
  const text = useAppState((state) => currentText(examples, state));
  const file = useAppState((state) => shownPath(examples, state));
  const drafts = useAppState((state) => state.drafts);
  const paths = useMemo(() => currentFiles(examples, { drafts }).map(({ path }) => path), [examples, drafts]);
  const edited = drafts.texts[drafts.current] !== undefined || drafts.files[drafts.current] !== undefined;
  const running = useWorldPart((world) => world.stack[0]?.file ?? null);
  const kept = useAppState((state) => state.draftsKept);
  const { marks, countsOf, variables, older, map } = useRecordedText(file, text);
  const problems = useProblemsInText(file, map);
  const reveal = useReveal(map);
  const rushing = useAppState(isRushing);
  useDroppedFiles();
  const marked = useAppState((state) => currentMarks(examples, state).breakpoints);
  const breakpoints = useMemo(() => marked.map(({ line, task, condition }) => ({ line, condition: inWords(task, condition) })), [marked]);
  const pasted = useMemo(() => cleaned(text), [text]);
  return (
    <Panel
      legend={PROGRAM_LEGEND}
      name="Program"
      overflows
      heading={<FileTabs paths={paths} shown={file} running={running} />}
      note={
        <>
          {pasted === null ? null : <PastedMark pasted={pasted} onClean={() => actions.setText(pasted.text)} />}
          <Suspense fallback={null}>
            <RunModeNote />
          </Suspense>
          {noteOf(edited, kept)} {older ? <OlderMark /> : null} <LiveNote />
        </>
      }
      actions={
        <>
          {edited ? (
            <IconButton
              label="Restore the original text"
              variant="ghost"
              icon={<RotateCcw size={14} />}
              onClick={actions.restoreOriginal}
            />
          ) : null}
          <LiveToggle />
        </>
      }
    >
      <Suspense fallback={<pre className={styles.plain}>{text}</pre>}>
        <ProgramEditor
          file={file}
          text={text}
          onChange={actions.setText}
          theme={theme}
          stand={marks}
          callerLines={marks.callerLines}
          pills={marks.pills}
          values={marks.values}
          onRun={actions.run}
          onSelectTask={actions.selectTask}
          reveal={reveal}
          rushing={rushing}
          problems={problems}
          countsOf={countsOf}
          variables={variables}
          older={older}
          {...(file === paths[0] ? { breakpoints, onToggleBreakpoint: actions.toggleBreakpoint, onCaretLine: actions.setCaretLine } : {})}
        />
      </Suspense>
    </Panel>
  );
}

/** The line to go to; a new one for each selection, so that what is selected again is gone to again, and for nothing else. */
function useReveal(map: LineMap): Reveal | null {
  const selection = useSelection();
  const latestMap = useLatest(map);
  return useMemo(() => {
    const place = placeOf(selection);
    return place === null ? null : { file: place.file, lineNow: () => latestMap.current.toNow(place.line) };
  }, [selection, latestMap]);
}

/** The line that is singled out, by itself or with a task. */
const placeOf = (selection: Selection): Place | null =>
  selection.kind === 'line' || selection.kind === 'task' ? (selection.place ?? null) : null;

/** Offers to take away what came along with a pasted program; undo brings it back. */
function PastedMark({ pasted, onClean }: { readonly pasted: CleanedText; readonly onClean: () => void }) {
  return (
    <span className={styles.pasted}>
      pasted with {pasted.with}{' '}
      <button type="button" className={styles.clean} title="Leaves the program alone; undo brings them back" onClick={onClean}>
        Remove them
      </button>
    </span>
  );
}

function noteOf(edited: boolean, kept: boolean): string {
  if (!edited) return '';
  return kept ? '· edited, autosaved' : '· edited; this browser keeps nothing, so copy it before you leave';
}

/** Says that what is drawn around the text belongs to an earlier one. */
function OlderMark() {
  return (
    <span
      className={styles.older}
      title="What changed lines did is hidden. Run records the present text; undo brings the recorded one back."
    >
      <History size={12} aria-hidden="true" />
      the recording is of an earlier text
    </span>
  );
}

/** "in fetch-3, if n > 2": what a breakpoint asks for. */
const inWords = (task: string, condition: string): string =>
  [task === '' ? '' : `in ${task}`, condition === '' ? '' : `if ${condition}`].filter((part) => part !== '').join(', ');
