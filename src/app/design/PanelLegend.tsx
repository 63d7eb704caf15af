import { CircleQuestionMark } from 'lucide-react';
import { Popover } from 'radix-ui';
import { memo, type ReactNode } from 'react';
import { IconButton } from './Button';
import styles from './PanelLegend.module.css';

/** A sign that a panel uses, and what it means. */
export interface LegendEntry {
  /** Tells entries apart. */
  readonly key: string;
  readonly sign: ReactNode;
  readonly meaning: string;
}

interface PanelLegendProps {
  /** The panel's name. */
  readonly of: string;
  /** A constant, so that it is not drawn again while playing. */
  readonly entries: readonly LegendEntry[];
}

/** What the signs of a panel mean, behind a question mark. */
export const PanelLegend = memo(function PanelLegend({ of, entries }: PanelLegendProps) {
  const label = `Legend of ${of}`;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={label} variant="ghost" icon={<CircleQuestionMark size={14} aria-hidden="true" />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.legend} align="end" sideOffset={4} collisionPadding={8} aria-label={label} tabIndex={0}>
          <dl className={styles.entries}>
            {entries.map(({ key, sign, meaning }) => (
              <div key={key} className={styles.entry}>
                <dt className={styles.sign}>{sign}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
});
