import { Milestone, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Suspense } from 'react';
import { keysOf } from '../commands/keymap';
import { useCommands } from '../commands/useCommands';
import { Button } from '../design/Button';
import { focusItself } from '../design/focusItself';
import { Kbd } from '../design/Kbd';
import { part } from '../design/part';
import { useAppState } from '../store/AppContext';
import styles from './GoToMenu.module.css';
import { JumpRows } from './JumpRows';

const BookmarkList = part(() => import('./BookmarkList'));
const BreakpointList = part(() => import('./BreakpointList'));

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
        <FindAnything />
        <JumpRows />
        <p className={styles.notice}>{notice}</p>
        <RunToCaret />
        <Suspense>
          <div className={styles.part}>
            <BreakpointList />
          </div>
          <div className={styles.part}>
            <BookmarkList />
          </div>
        </Suspense>
      </Popover.Content>
    </Popover.Root>
  );
}

function FindAnything() {
  const { openPalette } = useCommands();
  const { shortcut, ...aria } = keysOf('openPalette');
  return (
    <Popover.Close asChild>
      <Button variant="ghost" onClick={openPalette} {...aria}>
        <Search size={14} aria-hidden="true" />
        Find anything
        <Kbd keys={shortcut} />
      </Button>
    </Popover.Close>
  );
}

function RunToCaret() {
  const line = useAppState((state) => state.caretLine);
  const { runToCaret } = useCommands();
  const { shortcut, ...aria } = keysOf('runToCaret');
  return (
    <Button variant="ghost" onClick={runToCaret} {...aria}>
      Run to line {line}, where the caret is
      <Kbd keys={shortcut} />
    </Button>
  );
}
