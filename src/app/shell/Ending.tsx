import { CircleStop, OctagonX, TriangleAlert, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button, IconButton } from '../design/Button';
import { useActions, useAppState } from '../store/AppContext';
import { WITH_TOP_LEVEL_AWAIT } from '../store/runModes';
import { lastWorld } from '../store/selectors';
import styles from './OutcomeBanner.module.css';
import { type Outcome, outcomeOf } from './outcome';

const ICONS = { error: OctagonX, warning: TriangleAlert, calm: CircleStop } as const;

/** How the run ended, when it did not end as it should: what, where, and what to do. */
export default function Ending() {
  const session = useAppState((state) => state.session);
  const dismissed = useAppState((state) => state.outcomeDismissed);
  const outcome = useMemo(
    () => (session.phase === 'recorded' ? outcomeOf(lastWorld(session.recorded), session.end, session.recorded.recording.program) : null),
    [session],
  );
  if (session.phase === 'unopened') return <Unopened message={session.message} />;
  return outcome === null || dismissed ? null : <Banner outcome={outcome} />;
}

function Banner({ outcome }: { readonly outcome: Outcome }) {
  const actions = useActions();
  const { tone, title, detail, advice, place, extendable, awaits } = outcome;
  const Icon = ICONS[tone];
  return (
    <div className={styles.banner} data-tone={tone}>
      <Icon className={styles.icon} size={18} aria-hidden="true" />
      <p className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {detail === '' ? null : <span className={styles.detail}>{detail}</span>}
        {advice === '' ? null : <span className={styles.advice}>{advice}</span>}
      </p>
      <span className={styles.actions}>
        {place === null ? null : <Button onClick={() => actions.selectLine(place)}>Show line {place.line}</Button>}
        {awaits ? <Button onClick={() => actions.runWith(WITH_TOP_LEVEL_AWAIT)}>Run with top-level await</Button> : null}
        {extendable ? <Button onClick={actions.runLonger}>Run with 10× the budget</Button> : null}
        <Button onClick={actions.lastStep}>Go to the end</Button>
        <IconButton label="Dismiss" variant="ghost" icon={<X size={16} />} onClick={actions.dismissOutcome} />
      </span>
    </div>
  );
}

function Unopened({ message }: { readonly message: string }) {
  return (
    <div className={styles.banner} data-tone="warning">
      <TriangleAlert className={styles.icon} size={18} aria-hidden="true" />
      <p className={styles.words}>
        <strong className={styles.title}>The example's recording could not be opened</strong>
        <span className={styles.detail}>{message}</span>
        <span className={styles.advice}>Press Run to record it here.</span>
      </p>
    </div>
  );
}
