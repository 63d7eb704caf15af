import { useRef, useState } from 'react';
import styles from './FileTabs.module.css';

interface FileNameProps {
  readonly path: string;
  /** Answers why the file cannot have the name; null when it has it now. */
  readonly rename: (from: string, to: string) => string | null;
  readonly onDone: () => void;
}

/** A file's name while it is changed: Enter takes it, Escape leaves it as it was. */
export function FileName({ path, rename, onDone }: FileNameProps) {
  const [complaint, setComplaint] = useState<string | null>(null);
  /** Taking the name removes the field, which then loses the focus. */
  const done = useRef(false);
  function finish(): void {
    done.current = true;
    onDone();
  }
  function take(name: string, leaving: boolean): void {
    if (done.current) return;
    // The ending is there already, unselected: who types it, too, means one.
    const wrong = rename(path, name.trim().replace(/(?:\.py)+$/, '.py'));
    if (wrong === null || leaving) finish();
    else setComplaint(wrong);
  }
  return (
    <span className={styles.naming}>
      <input
        className={styles.name}
        aria-label={`Name of ${path}`}
        aria-invalid={complaint !== null}
        title={complaint ?? 'Folders before the name, with a "/" between: pkg/helper.py'}
        defaultValue={path}
        size={Math.max(10, path.length)}
        spellCheck={false}
        ref={(field) => {
          if (field === null || done.current || document.activeElement === field) return;
          field.focus();
          field.setSelectionRange(0, path.length - (path.endsWith('.py') ? 3 : 0));
        }}
        onChange={() => setComplaint(null)}
        onBlur={(event) => take(event.currentTarget.value, true)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') take(event.currentTarget.value, false);
          if (event.key === 'Escape') finish();
        }}
      />
      {complaint === null ? null : (
        <span className={styles.complaint} role="alert">
          {complaint}
        </span>
      )}
    </span>
  );
}
