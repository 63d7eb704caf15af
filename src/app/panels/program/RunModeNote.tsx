import { useActions, useApp, useAppState } from '../../store/AppContext';
import { mainFile } from '../../store/programs';
import { AS_A_FILE, importsUvloop, isTestFile, withPytest } from '../../store/runModes';
import { currentRecorded, mainText } from '../../store/selectors';
import styles from './ProgramPanel.module.css';

/** How the program is begun, where that is not as a file, or could be otherwise. */
export default function RunModeNote() {
  const { examples } = useApp();
  const actions = useActions();
  const text = useAppState((state) => mainText(examples, state));
  const file = useAppState((state) => mainFile(examples, state.drafts.current));
  const module = useAppState((state) => currentRecorded(state)?.recording.conditions.module ?? '');
  const awaits = useAppState((state) => currentRecorded(state)?.recording.conditions.topLevelAwait ?? false);
  const tests = isTestFile(text);
  return (
    <>
      {module !== '' || awaits ? (
        <Note words={module === '' ? 'recorded with top-level await' : `recorded with ${module}`}>
          <button type="button" className={styles.clean} onClick={() => actions.runWith(AS_A_FILE)}>
            Run as a file
          </button>
        </Note>
      ) : null}
      {tests && module === '' ? (
        <Note words="defines tests">
          <button type="button" className={styles.clean} onClick={() => actions.runWith(withPytest(file))}>
            Run with pytest
          </button>
        </Note>
      ) : null}
      {importsUvloop(text) ? <Note words="uvloop stands for asyncio’s own loop here" /> : null}
    </>
  );
}

function Note({ words, children }: { readonly words: string; readonly children?: React.ReactNode }) {
  return (
    <span className={styles.pasted}>
      {words} {children}
    </span>
  );
}
