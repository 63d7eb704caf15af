import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { focusPanel } from '../shell/panelFocus';
import { focusItself } from './focusItself';
import styles from './Modal.module.css';
import { useFocusBack } from './useFocusBack';

interface ModalProps {
  readonly title: string;
  /** Whether the title is only for screen readers, because what is inside says it. */
  readonly untitled?: boolean;
  readonly onClose: () => void;
  /** The panel that has the focus once it is closed; null: whatever had it before. */
  readonly goesTo?: RefObject<string | null>;
  readonly children: ReactNode;
}

/**
 * What lies over the page and takes all keys until it is closed; the focus then goes back to where it was. With a title it is something to read:
 * it begins at its top, and scrolls.
 */
export function Modal({ title, untitled = false, onClose, goesTo, children }: ModalProps) {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content
          className={styles.modal}
          aria-describedby={undefined}
          onOpenAutoFocus={untitled ? undefined : focusItself}
          onCloseAutoFocus={(event) => {
            focusBack(event);
            if (goesTo?.current != null) focusPanel(goesTo.current);
          }}
        >
          {untitled ? (
            <Dialog.Title className={styles.spoken}>{title}</Dialog.Title>
          ) : (
            <div className={styles.head}>
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
              <Dialog.Close className={styles.close} aria-label="Close">
                <X size={16} aria-hidden="true" />
              </Dialog.Close>
            </div>
          )}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
