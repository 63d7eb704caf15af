import { LocateFixed } from 'lucide-react';
import { keysOf } from '../commands/keymap';
import { Button } from '../design/Button';
import { Tooltip } from '../design/Tooltip';
import { useActions, useAppState, useSelectedTask } from '../store/AppContext';
import { currentRecorded } from '../store/selectors';
import styles from './FollowButton.module.css';

/** Whether steps stop only where the selected task runs. It is there without one, too, so that nothing moves when one is selected. */
export function FollowButton() {
  const task = useSelectedTask();
  const following = useAppState((state) => state.following);
  const label = useAppState((state) => (task === null ? '' : (currentRecorded(state)?.index.taskNames.labelOf(task) ?? '')));
  const nobody = label === '';
  const { toggleFollowing } = useActions();
  const { shortcut, ...aria } = keysOf('follow');
  return (
    <span className={styles.follow}>
      <Tooltip
        text={nobody ? 'Follow: select a task to step, and play, only where it runs' : `Step, and play, only where ${label} runs`}
        shortcut={shortcut}
      >
        <Button
          variant="ghost"
          aria-label={nobody ? 'Follow the selected task' : `Follow ${label}`}
          aria-pressed={following && !nobody}
          disabled={nobody}
          onClick={toggleFollowing}
          {...aria}
        >
          <LocateFixed size={15} aria-hidden="true" />
          <span className={styles.word}>Follow</span>
        </Button>
      </Tooltip>
    </span>
  );
}
