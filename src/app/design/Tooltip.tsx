import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** The one element it belongs to; it must take a ref and event handlers. */
  readonly children: ReactElement;
}

/** Words that appear beside a control on hover or focus. Needs a `TooltipScope` around it. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      {/* Within the page's landmark: outside of any, screen readers that go by landmarks miss it. */}
      <Radix.Portal container={document.querySelector('main')}>
        <Radix.Content className={styles.tooltip} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut === undefined ? null : <Kbd keys={shortcut} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** One delay for all tooltips inside it: the next one opens at once. */
export const TooltipScope = Radix.Provider;
