import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './VirtualRows.module.css';

interface VirtualRowsProps {
  readonly count: number;
  /** The height of a row, in pixels; a guess when `measured`. */
  readonly rowHeight: number;
  /** Rows differ in height and are measured once drawn. */
  readonly measured?: boolean;
  /** A row to keep in view, by index; -1 for none. */
  readonly reveal: number;
  readonly keyOf: (index: number) => string | number;
  readonly render: (index: number) => ReactNode;
}

/** A scrolling column that draws the rows in view only. The parent gives it its height and, around it, its role. */
export function VirtualRows({ count, rowHeight, measured = false, reveal, keyOf, render }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 6,
  });
  useEffect(() => {
    if (reveal >= 0 && reveal < count) virtualizer.scrollToIndex(reveal, { align: 'auto' });
  }, [virtualizer, reveal, count]);
  const place = (item: VirtualItem) => (
    <div
      key={item.key}
      ref={measured ? virtualizer.measureElement : undefined}
      data-index={item.index}
      role="presentation"
      className={styles.row}
      style={{ transform: `translateY(${item.start}px)`, height: measured ? undefined : rowHeight }}
    >
      {render(item.index)}
    </div>
  );
  return (
    <div ref={scroller} className={styles.scroller} role="presentation">
      <div role="presentation" className={styles.sheet} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(place)}
      </div>
    </div>
  );
}
