import { Brackets, Hourglass } from 'lucide-react';
import { memo } from 'react';
import type { ScopeKind } from '../../../model/vocabulary';
import type { Place } from '../../../model/world';
import styles from './TaskRowView.module.css';
import { TreeRow, type TreeRowPlace } from './TreeRow';

interface ScopeRowViewProps extends TreeRowPlace {
  readonly kind: ScopeKind;
  readonly owner: string;
  /** How it stands: "1 of 3 unfinished". */
  readonly note: string;
  /** Where it was opened. */
  readonly site: Place | null;
  readonly onGoTo: (place: Place) => void;
}

/** A scope in the tree: what ties the tasks below it to the task above it. Pressing it brings the line that opened it into view. */
export const ScopeRowView = memo(function ScopeRowView(props: ScopeRowViewProps) {
  const { kind, owner, note, site, onGoTo, ...place } = props;
  const Icon = kind === 'timeout' ? Hourglass : Brackets;
  return (
    <TreeRow
      place={place}
      kind="scope"
      name={`${kind} of ${owner}, ${note}`}
      onSelect={() => site !== null && onGoTo(site)}
      label={
        <>
          <Icon className={styles.scopeIcon} size={12} aria-hidden="true" />
          <span className={styles.scope}>{kind}</span>
        </>
      }
    >
      <span className={styles.scopeNote}>{note}</span>
    </TreeRow>
  );
});
