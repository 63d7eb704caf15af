import { Milestone } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Button } from '../design/Button';
import { useAppState } from '../store/AppContext';
import styles from './GoToMenu.module.css';
import { JumpRows } from './JumpRows';

/** Ways to places one does not know the step of. It stays open while one jumps from one to the next. */
export function GoToMenu() {
  const notice = useAppState((state) => state.notice);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button variant="ghost" aria-label="Go to">
          <Milestone size={15} aria-hidden="true" />
          <span className={styles.word}>Go to</span>
        </Button>
      </Popover.Trigger>
      {/* Not in a portal: it belongs to the landmark that its button is in. */}
      <Popover.Content
        className={styles.menu}
        side="top"
        align="end"
        sideOffset={6}
        collisionPadding={8}
        aria-label="Go to"
        onOpenAutoFocus={focusItself}
      >
        <JumpRows />
        <p className={styles.notice}>{notice}</p>
      </Popover.Content>
    </Popover.Root>
  );
}

/** The menu, not its first button: that one's tooltip would open with it. */
function focusItself(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.focus();
}
