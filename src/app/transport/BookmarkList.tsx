import { Bookmark as BookmarkIcon, X } from 'lucide-react';
import { useState } from 'react';
import { asStep, formatSeconds } from '../../model/units';
import { clockAt } from '../../model/world-at';
import { keysOf } from '../commands/keymap';
import { Button, IconButton } from '../design/Button';
import { useActions, useApp, useAppState } from '../store/AppContext';
import type { Bookmark } from '../store/marks';
import { currentMarks, currentRecorded, recordedFingerprint } from '../store/selectors';
import styles from './MarkLists.module.css';

/** The bookmarks of the present program, with their notes. */
export default function BookmarkList() {
  const { examples } = useApp();
  const bookmarks = useAppState((state) => currentMarks(examples, state).bookmarks);
  const text = useAppState(recordedFingerprint);
  const { toggleBookmark } = useActions();
  const step = useAppState((state) => state.position.step);
  const here = isBookmarked(bookmarks, step, text);
  /** The step of the bookmark that was set here last: one goes on by writing its note. */
  const [added, setAdded] = useState<number | null>(null);
  const toggle = (): void => {
    setAdded(here ? null : step);
    toggleBookmark();
  };
  const { 'aria-keyshortcuts': keys } = keysOf('bookmark');
  return (
    <section aria-label="Bookmarks">
      <div className={styles.line}>
        <h3 className={styles.heading}>Bookmarks</h3>
        <Button variant="ghost" aria-pressed={here} aria-keyshortcuts={keys} disabled={text === null} onClick={toggle}>
          <BookmarkIcon size={14} fill={here ? 'currentColor' : 'none'} aria-hidden="true" />
          Bookmark this step
        </Button>
      </div>
      {bookmarks.length === 0 ? (
        <p className={styles.empty}>A step one wants to find again, with a note. Bookmarks travel with the link that Share makes.</p>
      ) : (
        <ul className={styles.list}>
          {bookmarks.map((bookmark) => (
            <BookmarkRow
              key={`${bookmark.text} ${bookmark.step}`}
              bookmark={bookmark}
              fits={bookmark.text === text}
              added={bookmark.step === added}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

const isBookmarked = (bookmarks: readonly Bookmark[], step: number, text: number | null): boolean =>
  bookmarks.some((bookmark) => bookmark.step === step && bookmark.text === text);

const focusOn = (field: HTMLInputElement | null): void => field?.focus();

interface BookmarkRowProps {
  readonly bookmark: Bookmark;
  /** Whether it was made in the recording of the same text. */
  readonly fits: boolean;
  /** Whether it was just set. */
  readonly added: boolean;
}

function BookmarkRow({ bookmark: { step, note }, fits, added }: BookmarkRowProps) {
  const { travel, setBookmark } = useActions();
  const when = useAppState((state) => {
    const index = currentRecorded(state)?.index;
    return fits && index !== undefined && step <= index.length ? formatSeconds(clockAt(index, asStep(step))) : null;
  });
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <button type="button" className={styles.place} disabled={when === null} onClick={() => travel(step)}>
          <span className={styles.number}>Step {step.toLocaleString('en')}</span>
          <span className={styles.code}>{when ?? (fits ? 'not recorded yet' : 'of another text')}</span>
        </button>
        {fits ? (
          <IconButton
            label={`Remove the bookmark of step ${step}`}
            variant="ghost"
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => setBookmark(step, null)}
          />
        ) : null}
      </div>
      {fits ? (
        <input
          ref={added ? focusOn : null}
          className={styles.field}
          aria-label={`Note of step ${step}`}
          placeholder="What is to be seen here?"
          value={note}
          onChange={(event) => setBookmark(step, event.target.value)}
        />
      ) : (
        <p className={styles.found}>{note}</p>
      )}
    </li>
  );
}
