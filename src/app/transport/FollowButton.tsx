import { LocateFixed } from 'lucide-react';
import { keysOf } from '../commands/keymap';
import { Button } from '../design/Button';
import { TaskLabel } from '../design/TaskLabel';
import { Tooltip } from '../design/Tooltip';
import { useActions, useAppState, useSelectedTask } from '../store/AppContext';
import { currentRecorded } from '../store/selectors';
import styles from './FollowButton.module.css';

/** While a task is selected: whether steps stop only where that task runs. */
export function FollowButton() {
  const task = useSelectedTask();
  const following = useAppState((state) => state.following);
  const label = useAppState((state) => (task === null ? '' : (currentRecorded(state)?.index.taskNames.labelOf(task) ?? '')));
  const { toggleFollowing } = useActions();
  if (task === null || label === '') return null;
  const { shortcut, ...aria } = keysOf('follow');
  return (
    <span className={styles.follow}>
      <Tooltip text={`Step, and play, only where ${label} runs`} shortcut={shortcut}>
        <Button variant="ghost" aria-label={`Follow ${label}`} aria-pressed={following} onClick={toggleFollowing} {...aria}>
          <LocateFixed size={15} aria-hidden="true" />
          <span className={styles.label}>
            <TaskLabel label={label} />
          </span>
        </Button>
      </Tooltip>
    </span>
  );
}
