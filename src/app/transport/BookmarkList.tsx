import { Bookmark as BookmarkIcon, X } from 'lucide-react';
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
  const here = useAppState((state) => isBookmarked(currentMarks(examples, state).bookmarks, state.position.step, text));
  const { 'aria-keyshortcuts': keys } = keysOf('bookmark');
  return (
    <section aria-label="Bookmarks">
      <div className={styles.line}>
        <h3 className={styles.heading}>Bookmarks</h3>
        <Button variant="ghost" aria-pressed={here} aria-keyshortcuts={keys} disabled={text === null} onClick={toggleBookmark}>
          <BookmarkIcon size={14} fill={here ? 'currentColor' : 'none'} aria-hidden="true" />
          Bookmark this step
        </Button>
      </div>
      {bookmarks.length === 0 ? (
        <p className={styles.empty}>A step one wants to find again, with a note. Bookmarks travel with the link that Share makes.</p>
      ) : (
        <ul className={styles.list}>
          {bookmarks.map((bookmark) => (
            <BookmarkRow key={`${bookmark.text} ${bookmark.step}`} bookmark={bookmark} fits={bookmark.text === text} />
          ))}
        </ul>
      )}
    </section>
  );
}

const isBookmarked = (bookmarks: readonly Bookmark[], step: number, text: number | null): boolean =>
  bookmarks.some((bookmark) => bookmark.step === step && bookmark.text === text);

/** `fits`: whether it was made in the recording of the same text. */
function BookmarkRow({ bookmark: { step, note }, fits }: { readonly bookmark: Bookmark; readonly fits: boolean }) {
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
