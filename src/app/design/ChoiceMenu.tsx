import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactElement, useState } from 'react';
import styles from './ChoiceMenu.module.css';

/** One line of a menu in which one choice holds. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second, smaller line. */
  readonly detail?: string;
  /** A word at the right end: "edited". */
  readonly mark?: string;
  /** Whether a line is drawn above it. */
  readonly separated?: boolean;
}

interface ChoiceMenuProps {
  readonly label: string;
  readonly options: readonly Choice[];
  readonly value: string;
  readonly align?: 'start' | 'end';
  readonly onChoose: (value: string) => void;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A menu behind a button, of choices of which one holds. */
export function ChoiceMenu({ label, options, value, align = 'start', onChoose, children }: ChoiceMenuProps) {
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(open) => open && setLandmark(document.querySelector('main'))}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      {/* Outside its panel, which would cut it off, but inside a landmark. */}
      <DropdownMenu.Portal container={landmark}>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} aria-label={label} tabIndex={0}>
          <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
            {options.map((option) => (
              <DropdownMenu.RadioItem
                key={option.value}
                className={styles.item}
                value={option.value}
                textValue={option.label}
                aria-label={option.label}
                aria-description={option.detail}
                data-separated={option.separated}
              >
                <span className={styles.check}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={styles.words}>
                  <span className={styles.label}>{option.label}</span>
                  {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
                </span>
                {option.mark === undefined ? null : <span className={styles.mark}>{option.mark}</span>}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
