import { type ReactNode, useId } from 'react';
import styles from './World.module.css';

interface FieldProps {
  readonly label: string;
  /** What is wrong with what was typed. */
  readonly complaint?: string | undefined;
  /** What the chosen value means. */
  readonly hint?: string | undefined;
  /** Whether it takes the whole width. */
  readonly wide?: boolean;
  /** The control, given what ties it to its label and to the complaint. */
  readonly children: (control: { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string }) => ReactNode;
}

/** A control with its label, and below it what is wrong. */
export function Field({ label, complaint, hint, wide = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={wide}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': complaint !== undefined, 'aria-describedby': `${id}-complaint ${id}-hint` })}
      {hint === undefined ? null : (
        <span className={styles.meaning} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <span className={styles.complaint} id={`${id}-complaint`} role="status">
        {complaint}
      </span>
    </div>
  );
}
