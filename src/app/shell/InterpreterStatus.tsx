import type { InterpreterState } from '../../recorder/protocol';
import { useAppState } from '../store/AppContext';
import styles from './InterpreterStatus.module.css';

const WORDS: { readonly [P in InterpreterState['phase']]: string } = {
  loading: 'Loading Python',
  ready: 'Ready',
  recording: 'Recording',
  stopped: 'Stopped',
};

/** What the interpreter does, announced when it changes; how far it is loaded is shown beside it, and not announced. */
export function InterpreterStatus() {
  const phase = useAppState((state) => state.interpreter.phase);
  const percent = useAppState(({ interpreter }) => (interpreter.phase === 'loading' ? Math.round(interpreter.progress * 100) : null));
  const message = useAppState(({ interpreter }) => (interpreter.phase === 'stopped' ? interpreter.message : undefined));
  return (
    <div className={styles.status} data-phase={phase} title={message}>
      <span className={styles.dot} />
      <output className={styles.word}>{WORDS[phase]}</output>
      {percent === null ? null : (
        <span className={styles.progress}>
          <progress className={styles.bar} aria-label="Loading Python" max={100} value={percent} />
          <span className={styles.percent} aria-hidden="true">
            {percent} %
          </span>
        </span>
      )}
    </div>
  );
}
