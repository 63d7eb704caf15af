import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { focusPanel } from '../shell/panelFocus';
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

/** What lies over the page and takes all keys until it is closed; the focus then goes back to where it was. */
export function Modal({ title, untitled = false, onClose, goesTo, children }: ModalProps) {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content
          className={styles.modal}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            focusBack(event);
            if (goesTo?.current != null) focusPanel(goesTo.current);
          }}
        >
          <Dialog.Title className={untitled ? styles.spoken : styles.title}>{title}</Dialog.Title>
          {children}
          {untitled ? null : (
            <Dialog.Close className={styles.close} aria-label="Close">
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
