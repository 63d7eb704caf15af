import { useAppState } from '../store/AppContext';
import styles from './Notice.module.css';

/** Why the last jump led nowhere: announced, and shown for as long as one stays where one is. */
export function Notice() {
  const notice = useAppState((state) => state.notice);
  return (
    <p className={styles.notice} aria-live="polite">
      {notice === '' ? null : <span className={styles.words}>{notice}</span>}
    </p>
  );
}
