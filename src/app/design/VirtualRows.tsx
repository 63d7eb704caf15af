import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type HTMLAttributes, type ReactNode, useEffect, useRef } from 'react';
import styles from './VirtualRows.module.css';

interface VirtualRowsProps {
  readonly count: number;
  /** The height of a row, in pixels; a guess when `measured`. */
  readonly rowHeight: number;
  /** Rows differ in height and are measured once drawn. */
  readonly measured?: boolean;
  /** Up to so many rows all are drawn, so that the browser finds text in them; of more, those in view. */
  readonly drawAll: number;
  /** A row to keep in view, by index; -1 for none. */
  readonly reveal: number;
  /** What the column is: its role, name and keys. It is one stop of the Tab key then, as whatever scrolls must be. */
  readonly box?: Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'style' | 'children' | 'tabIndex'>;
  readonly keyOf: (index: number) => string | number;
  readonly render: (index: number) => ReactNode;
}

/** The row that was brought into view last, and at which edge of the view it stands since; none: it was in view, or somebody has scrolled since. */
interface Revealed {
  readonly row: number;
  readonly edge: 'start' | 'end' | 'none';
}

/** A scrolling column that draws no more rows than it must. The parent gives it its height. */
export function VirtualRows({ count, rowHeight, measured = false, drawAll, reveal, box, keyOf, render }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: count <= drawAll ? count : 6,
  });
  const height = virtualizer.scrollRect?.height ?? 0;
  const [total, items] = [virtualizer.getTotalSize(), virtualizer.getVirtualItems()];
  const row = virtualizer.measurementsCache[reveal];
  const [start, end] = [row?.start ?? -1, row?.end ?? -1];
  const revealed = useRef<Revealed>({ row: -1, edge: 'none' });
  useEffect(() => whenScrolledByHand(scroller.current, () => (revealed.current = { ...revealed.current, edge: 'none' })), []);
  // By what is measured already: the virtualizer's own scrolling would have the page laid out at each step of playing.
  // Rows and the view are measured only once they are drawn, and the sheet grows after that: what was brought into view may have to be again.
  useEffect(() => {
    const view = scroller.current;
    if (end < 0 || height === 0 || view === null) return;
    if (revealed.current.row !== reveal) {
      const top = virtualizer.scrollOffset ?? 0;
      revealed.current = { row: reveal, edge: start < top ? 'start' : end > top + height ? 'end' : 'none' };
    }
    const { edge } = revealed.current;
    if (edge !== 'none') view.scrollTop = edge === 'start' ? start : Math.min(end, total) - height;
  }, [virtualizer, reveal, start, end, total, height]);
  const place = (item: VirtualItem) => (
    <div
      key={item.key}
      ref={measured ? virtualizer.measureElement : undefined}
      data-index={item.index}
      role="presentation"
      className={styles.row}
      // Not a transform: one for each of many rows is more to paint than rows that stand still.
      style={{ top: item.start, height: measured ? undefined : rowHeight }}
    >
      {render(item.index)}
    </div>
  );
  return (
    <div ref={scroller} className={styles.scroller} role="presentation" {...box} tabIndex={box === undefined ? undefined : 0}>
      <div role="presentation" className={styles.sheet} style={{ height: total }}>
        {items.map(place)}
      </div>
    </div>
  );
}

/** Tells when somebody scrolls, or is about to. Answers how to stop it. */
function whenScrolledByHand(scroller: HTMLElement | null, tell: () => void): () => void {
  const kinds = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
  for (const kind of kinds) scroller?.addEventListener(kind, tell, { passive: true });
  return () => {
    for (const kind of kinds) scroller?.removeEventListener(kind, tell);
  };
}
