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
  /** The row that was revealed before somebody began to look elsewhere: while they do, it is not brought back. */
  const left = useRef(-1);
  useEffect(() => whenScrolledByHand(scroller.current, () => (left.current = reveal)), [reveal]);
  // By what is measured already: the virtualizer's own scrolling would have the page laid out at each step of playing.
  // Rows are measured only once they are drawn, the view too: what was revealed before may be out of view after.
  useEffect(() => {
    const view = scroller.current;
    if (left.current !== reveal) left.current = -1;
    if (end < 0 || height === 0 || view === null || left.current === reveal) return;
    const top = virtualizer.scrollOffset ?? 0;
    if (start < top) view.scrollTop = start;
    else if (end > top + height) view.scrollTop = end - height;
  }, [virtualizer, reveal, start, end, height]);
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
