import { Suspense } from 'react';
import { part } from '../design/part';
import { useAppState } from '../store/AppContext';
import styles from './OutcomeBanner.module.css';

const Ending = part(() => import('./Ending'));

/** The place where it is said how the run ended; it is there before, so that it is read out when something comes. */
export function OutcomeBanner() {
  const over = useAppState(({ session }) => session.phase === 'recorded' || session.phase === 'unopened');
  return (
    <div role="alert" aria-label="How the run ended" className={styles.place}>
      <Suspense fallback={null}>{over ? <Ending /> : null}</Suspense>
    </div>
  );
}
