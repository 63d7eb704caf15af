import type { FocusEvent, ReactNode } from 'react';
import styles from './TreeRow.module.css';

/** Where a row stands in the tree and how it is marked: plain values, so that a row that says the same is not drawn again. */
export interface TreeRowPlace {
  readonly id: string;
  readonly level: number;
  /** One character a level: "1" where a guide line goes on below this row, "0" where it ends. */
  readonly guides: string;
  readonly awaited: boolean;
  readonly position: number;
  readonly siblings: number;
  readonly selected: boolean;
  /** Whether the keyboard stands on it. */
  readonly focused: boolean;
}

interface TreeRowProps {
  readonly place: TreeRowPlace;
  readonly kind: 'task' | 'scope';
  /** The accessible name. */
  readonly name: string;
  readonly onSelect: () => void;
  /** What stands after the guide lines. */
  readonly label: ReactNode;
  /** The other columns. */
  readonly children: ReactNode;
}

/** A row of the tree of tasks, with the lines that lead to it. */
export function TreeRow({ place, kind, name, onSelect, label, children }: TreeRowProps) {
  const { id, level, guides, awaited, position, siblings, selected, focused } = place;
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className={styles.row}
      data-kind={kind}
      aria-label={name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      data-focused={focused}
      onClick={onSelect}
      onFocus={focusTree}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSelect();
      }}
    >
      <span className={styles.first}>
        <Guides guides={guides} awaited={awaited} />
        {label}
      </span>
      {children}
    </div>
  );
}

/** A row that is pressed gives the focus on to the tree, which says by itself on which row the keys stand. */
function focusTree({ currentTarget }: FocusEvent<HTMLElement>): void {
  const tree = currentTarget.closest('[role="tree"]');
  if (tree instanceof HTMLElement) tree.focus({ preventScroll: true });
}

/** Deeper levels than this are drawn at this depth; their number is still in `aria-level`. */
const MOST_GUIDES = 8;

function Guides({ guides, awaited }: { readonly guides: string; readonly awaited: boolean }) {
  return shapesOf(guides).map(({ level, shape, own }) => (
    <span key={level} className={styles.guide} data-shape={shape} data-awaited={own && awaited} />
  ));
}

function shapesOf(guides: string): readonly { readonly level: number; readonly shape: string; readonly own: boolean }[] {
  const drawn = [...guides.slice(-MOST_GUIDES)];
  return drawn.map((passes, level) => {
    const own = level === drawn.length - 1;
    return { level, own, shape: own ? (passes === '1' ? 'tee' : 'corner') : passes === '1' ? 'line' : 'gap' };
  });
}
