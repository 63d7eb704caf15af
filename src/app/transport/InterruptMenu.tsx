import { OctagonX } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Suspense } from 'react';
import { Button } from '../design/Button';
import { part } from '../design/part';
import styles from './GoToMenu.module.css';

const Interrupts = part(() => import('./Interrupts'));

/** Ctrl+C, pressed at any step. */
export function InterruptMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button variant="ghost" aria-label="Ctrl+C">
          <OctagonX size={15} aria-hidden="true" />
          <span className={styles.word}>Ctrl+C</span>
        </Button>
      </Popover.Trigger>
      <Popover.Content className={styles.menu} side="top" align="end" sideOffset={6} collisionPadding={8} aria-label="Ctrl+C">
        <Suspense>
          <Interrupts />
        </Suspense>
      </Popover.Content>
    </Popover.Root>
  );
}
