import { Radio } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../design/Button';
import { Tooltip } from '../../design/Tooltip';
import { outcomeOf } from '../../shell/outcome';
import { useActions, useAppState } from '../../store/AppContext';
import { lastWorld } from '../../store/selectors';
import styles from './LiveMode.module.css';

/** Turns live mode on and off: the program is recorded again as one types. */
export function LiveToggle() {
  const { setLive } = useActions();
  const live = useAppState((state) => state.preferences.live);
  return (
    <span className={styles.toggle} data-on={live}>
      <Tooltip text={live ? 'Recording as you type. Press to stop that.' : 'Record again as you type'}>
        <Button variant="ghost" aria-pressed={live} onClick={() => setLive(!live)}>
          <Radio size={13} aria-hidden="true" />
          Live
        </Button>
      </Tooltip>
    </span>
  );
}

/** In live mode, quietly: why the text could not be recorded, or how its run ended. */
export function LiveNote() {
  const { showOutcome } = useActions();
  const live = useAppState((state) => state.preferences.live);
  const error = useAppState((state) => state.liveError);
  const session = useAppState((state) => state.session);
  const dismissed = useAppState((state) => state.outcomeDismissed);
  const outcome = useMemo(
    () => (session.phase === 'recorded' ? outcomeOf(lastWorld(session.recorded), session.end, session.recorded.recording.program) : null),
    [session],
  );
  if (!live) return null;
  if (error !== null) {
    return (
      <span className={styles.error} title={`${error}\nWhat was recorded last is still shown.`}>
        {error}
      </span>
    );
  }
  if (outcome === null || !dismissed) return null;
  return (
    <button type="button" className={styles.error} title="Show how the run ended" onClick={showOutcome}>
      {outcome.title}
    </button>
  );
}
