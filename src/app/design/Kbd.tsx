import styles from './Kbd.module.css';

/** A key or a chord, as written on a keyboard: "Ctrl ↵". */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keys}</kbd>;
}
