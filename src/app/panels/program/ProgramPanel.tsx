import { RotateCcw } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { IconButton } from '../../design/Button';
import { Panel } from '../../design/Panel';
import type { Theme } from '../../shell/theme';
import { useActions, useApp, useAppState, useWorld } from '../../store/AppContext';
import { MAIN_FILE, originalText } from '../../store/programs';
import { currentRecorded, currentText, isUpToDate } from '../../store/selectors';
import { editorMarks, NO_MARKS } from './editorMarks';
import styles from './ProgramPanel.module.css';

const ProgramEditor = lazy(() => import('../../editor/ProgramEditor'));

/** The program's text, with what happens at this step drawn around it. */
export function ProgramPanel({ theme }: { readonly theme: Theme }) {
  const { examples } = useApp();
  const actions = useActions();
  const text = useAppState((state) => currentText(examples, state));
  const edited = useAppState((state) => currentText(examples, state) !== originalText(examples, state.drafts.current));
  const kept = useAppState((state) => state.draftsKept);
  const recorded = useAppState(currentRecorded);
  const upToDate = useAppState((state) => isUpToDate(examples, state));
  const selection = useAppState((state) => state.selection);
  const world = useWorld();
  const marks = useMemo(
    () => (recorded === null || world === null || !upToDate ? NO_MARKS : editorMarks(recorded.index, world, MAIN_FILE)),
    [recorded, world, upToDate],
  );
  return (
    <Panel
      name="Program"
      heading={<span className={styles.file}>{MAIN_FILE}</span>}
      note={noteOf(edited, kept, recorded !== null && !upToDate)}
      actions={
        edited ? (
          <IconButton label="Restore the original text" variant="ghost" icon={<RotateCcw size={14} />} onClick={actions.restoreOriginal} />
        ) : null
      }
    >
      <Suspense fallback={<pre className={styles.plain}>{text}</pre>}>
        <ProgramEditor
          text={text}
          onChange={actions.setText}
          theme={theme}
          runningLine={marks.runningLine}
          callerLines={marks.callerLines}
          pills={marks.pills}
          values={marks.values}
          onRun={actions.run}
          onSelectTask={actions.selectTask}
          revealLine={selection.kind === 'line' ? selection.place.line : null}
        />
      </Suspense>
    </Panel>
  );
}

function noteOf(edited: boolean, kept: boolean, isOlder: boolean): string {
  const draft = edited ? (kept ? '· edited, autosaved' : '· edited; this browser keeps nothing, so copy it before you leave') : '';
  return isOlder ? `${draft} · the recording is of an earlier text` : draft;
}
