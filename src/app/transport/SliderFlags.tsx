import { memo, useMemo } from 'react';
import { useAppState } from '../store/AppContext';
import { recordedLength } from '../store/selectors';
import styles from './SliderFlags.module.css';
import { thinned, useStepFlags } from './stepFlags';

/** More would run together. */
const CELLS = 150;

/** Where breakpoints stop, what is bookmarked and where Ctrl+C arrives, along the slider. What they say is said by the lists of them. */
export const SliderFlags = memo(function SliderFlags() {
  const flags = useStepFlags();
  const length = useAppState(recordedLength);
  const shown = useMemo(() => thinned(flags, length, CELLS), [flags, length]);
  return (
    <div className={styles.flags} aria-hidden="true">
      {shown.map(({ kind, step }) => (
        <span key={`${kind} ${step}`} className={styles.flag} data-kind={kind} style={{ left: `${(100 * step) / length}%` }} />
      ))}
    </div>
  );
});
