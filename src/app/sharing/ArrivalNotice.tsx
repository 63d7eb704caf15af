import { Link2, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/Button';
import { useActions, useApp, useAppState } from '../store/AppContext';
import { documentOf } from '../store/arrival';
import { OWN_PROGRAM } from '../store/programs';
import styles from './ArrivalNotice.module.css';

/** What the address of the page opened, and the way back to one's own; or why it opened nothing. */
export function ArrivalNotice() {
  const { arrival } = useApp();
  const actions = useActions();
  const current = useAppState((state) => state.drafts.current);
  const hasOwn = useAppState((state) => state.drafts.texts[OWN_PROGRAM] !== undefined);
  const [dismissed, setDismissed] = useState(false);
  const isGuest = (arrival.kind === 'scenario' || arrival.kind === 'recording') && current === documentOf(arrival);
  if (dismissed || (arrival.kind !== 'refused' && !isGuest)) return null;
  const refused = arrival.kind === 'refused';
  return (
    <section className={styles.notice} data-tone={refused ? 'warning' : 'calm'} aria-label="Link">
      {refused ? (
        <TriangleAlert className={styles.icon} size={16} aria-hidden="true" />
      ) : (
        <Link2 className={styles.icon} size={16} aria-hidden="true" />
      )}
      <p className={styles.words} role={refused ? 'alert' : undefined}>
        <strong className={styles.title}>{TITLES[arrival.kind]}</strong>
        <span>{refused ? `${arrival.message} Your own work is as you left it.` : hasOwn ? KEPT : CHANGE_IT}</span>
      </p>
      {refused || !hasOwn ? null : <Button onClick={() => actions.openProgram(OWN_PROGRAM)}>Go back to it</Button>}
      <IconButton label="Dismiss the notice" variant="ghost" icon={<X size={16} />} onClick={() => setDismissed(true)} />
    </section>
  );
}

const KEPT = 'Your own program is kept.';
const CHANGE_IT = 'Change it as you like: the link stays as it is.';

const TITLES = {
  none: '',
  example: '',
  refused: 'The link could not be opened',
  scenario: 'This program came in a link',
  recording: 'This recording came from a link',
} as const;
