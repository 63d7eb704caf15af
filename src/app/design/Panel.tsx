import { type ReactNode, useContext, useId } from 'react';
import { CollapseButton } from './CollapseButton';
import { CollapsingContext } from './collapsing';
import styles from './Panel.module.css';
import { type LegendEntry, PanelLegend } from './PanelLegend';

interface PanelProps {
  /** The region's accessible name and, unless `heading` is given, its heading. */
  readonly name: string;
  readonly heading?: ReactNode;
  /** Figures beside the heading: "6 · who waits for whom". */
  readonly note?: ReactNode;
  /** Controls at the right end of the header. */
  readonly actions?: ReactNode;
  /** What its signs mean: a constant. */
  readonly legend: readonly LegendEntry[];
  /** Whether something in it opens over its edges, as an editor's hints do. */
  readonly overflows?: boolean;
  readonly children: ReactNode;
}

/** A named region with a header. Its body takes the rest of the height; what is inside decides how it scrolls. */
export function Panel({ name, heading, note, actions, legend, overflows = false, children }: PanelProps) {
  const id = useId();
  const collapsing = useContext(CollapsingContext);
  const collapsed = collapsing?.collapsed ?? false;
  return (
    <section
      className={overflows ? styles.panel : `${styles.panel} ${styles.contained}`}
      data-panel-name={name}
      tabIndex={-1}
      data-collapsed={collapsed ? (collapsing?.sideways ? 'sideways' : 'down') : undefined}
      aria-labelledby={heading === undefined ? id : undefined}
      aria-label={heading === undefined ? undefined : name}
    >
      <header className={styles.header}>
        <h2 className={styles.heading} id={id}>
          {heading ?? name}
        </h2>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
        <span className={styles.actions}>
          {collapsed ? null : actions}
          {collapsed ? null : <PanelLegend of={name} entries={legend} />}
          <CollapseButton name={name} />
        </span>
      </header>
      {/* Folded away, it is still there with what was typed, scrolled to and searched in it. */}
      <div className={styles.body} hidden={collapsed}>
        {children}
      </div>
    </section>
  );
}

/** What a panel shows while it has nothing: one line that says what would appear here. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
