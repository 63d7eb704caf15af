import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  /** The region's accessible name and, unless `heading` is given, its heading. */
  readonly name: string;
  readonly heading?: ReactNode;
  /** Figures beside the heading: "6 · who waits for whom". */
  readonly note?: ReactNode;
  /** Controls at the right end of the header. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A named region with a header. Its body takes the rest of the height; what is inside decides how it scrolls. */
export function Panel({ name, heading, note, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={styles.panel}
      aria-labelledby={heading === undefined ? id : undefined}
      aria-label={heading === undefined ? undefined : name}
    >
      <header className={styles.header}>
        <h2 className={styles.heading} id={id}>
          {heading ?? name}
        </h2>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
        {actions === undefined ? null : <span className={styles.actions}>{actions}</span>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** What a panel shows while it has nothing: one line that says what would appear here. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
