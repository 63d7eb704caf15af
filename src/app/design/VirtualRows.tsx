import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type HTMLAttributes, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import styles from './VirtualRows.module.css';

interface VirtualRowsProps {
  readonly count: number;
  /** The height of a row, in pixels; a guess when `measured`. */
  readonly rowHeight: number;
  /** Rows differ in height and are measured once drawn. */
  readonly measured?: boolean;
  /** Up to so many rows all are drawn, so that the browser finds text in them; of more, those in view. */
  readonly drawAll: number;
  /** Draws the rows in view alone, because what they say changes faster than one reads, let alone searches or scrolls. */
  readonly passing?: boolean;
  /** A row to keep in view, by index; -1 for none. */
  readonly reveal: number;
  /** What the column is: its role, name and keys. It is one stop of the Tab key then, as whatever scrolls must be. */
  readonly box?: Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'style' | 'children' | 'tabIndex'>;
  readonly keyOf: (index: number) => string | number;
  readonly render: (index: number) => ReactNode;
}

/** The row that was brought into view last, at which edge of the view it stands since, and how far that is scrolled; null: it was in view, or somebody has scrolled since. */
interface Revealed {
  readonly row: number;
  readonly edge: 'start' | 'end' | null;
  readonly top: number;
  /** How high the view was. */
  readonly height: number;
}

/** A scrolling column that draws no more rows than it must. The parent gives it its height. */
export function VirtualRows({
  count,
  rowHeight,
  measured = false,
  drawAll,
  passing = false,
  reveal,
  box,
  keyOf,
  render,
}: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: passing ? 0 : count <= drawAll ? count : 6,
  });
  const height = virtualizer.scrollRect?.height ?? 0;
  const [total, items] = [virtualizer.getTotalSize(), virtualizer.getVirtualItems()];
  const row = virtualizer.measurementsCache[reveal];
  const [start, end] = [row?.start ?? -1, row?.end ?? -1];
  const revealed = useRef<Revealed>({ row: -1, edge: null, top: 0, height: 0 });
  useEffect(() => keepRevealed(scroller.current, revealed), []);
  // By what is measured already: the virtualizer's own scrolling would have the page laid out at each step of playing.
  useEffect(() => {
    const view = scroller.current;
    if (end < 0 || height === 0 || view === null) return;
    const { row: before, edge: edgeBefore, height: heightBefore } = revealed.current;
    const top = virtualizer.scrollOffset ?? 0;
    const edgeNow = start < top ? 'start' : end > top + height ? 'end' : null;
    // Rows are measured only once they are drawn: what was brought to an edge of the view belongs there still. A view that has become lower,
    // because details came to stand below it, may have lost the row.
    const edge = before === reveal && height >= heightBefore ? edgeBefore : edgeNow;
    revealed.current = { row: reveal, edge, top: edge === 'start' ? start : end - height, height };
    if (edge !== null) view.scrollTop = revealed.current.top;
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

/** Keeps what was revealed in view until somebody scrolls, or is about to. Answers how to stop it. */
function keepRevealed(scroller: HTMLElement | null, revealed: RefObject<Revealed>): (() => void) | undefined {
  const sheet = scroller?.firstElementChild ?? null;
  if (scroller === null || sheet === null) return undefined;
  // While the page is set up, a sheet that grows may be laid out some frames later; until then one cannot scroll to its end.
  const grown = new ResizeObserver(() => {
    if (revealed.current.edge !== null) scroller.scrollTop = revealed.current.top;
  });
  const byHand = (): void => {
    revealed.current = { ...revealed.current, edge: null };
  };
  const kinds = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
  grown.observe(sheet);
  for (const kind of kinds) scroller.addEventListener(kind, byHand, { passive: true });
  return () => {
    grown.disconnect();
    for (const kind of kinds) scroller.removeEventListener(kind, byHand);
  };
}
