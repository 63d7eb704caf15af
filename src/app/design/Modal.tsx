import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Modal.module.css';

interface ModalProps {
  readonly title: string;
  /** Whether the title is only for screen readers, because what is inside says it. */
  readonly untitled?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What lies over the page and takes all keys until it is closed; the focus then goes back to where it was. */
export function Modal({ title, untitled = false, onClose, children }: ModalProps) {
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content className={styles.modal} aria-describedby={undefined}>
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
