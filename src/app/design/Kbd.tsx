import styles from './Kbd.module.css';

/** A key or a chord, as written on a keyboard: "Ctrl ↵". Not part of a control's name; say it there with aria-keyshortcuts. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.kbd} aria-hidden="true">
      {keys}
    </span>
  );
}
