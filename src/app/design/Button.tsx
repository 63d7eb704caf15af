import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { Tooltip } from './Tooltip';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  readonly variant?: 'plain' | 'primary' | 'ghost' | 'danger';
}

/** A button with words on it. Give it an icon as its first child. */
export function Button({ variant = 'plain', type = 'button', disabled, onClick, ...rest }: ButtonProps) {
  return <button type={type} className={styles.button} data-variant={variant} {...rest} {...pressable(disabled, onClick)} />;
}

/** What cannot be pressed now keeps the focus that it has, which the browser's own `disabled` would take away. */
const pressable = (disabled: boolean | undefined, onClick: ButtonProps['onClick']) =>
  disabled === true ? ({ 'aria-disabled': true } as const) : { onClick };

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** The accessible name, and the first words of the tooltip. */
  readonly label: string;
  /** What the tooltip says after the name. */
  readonly detail?: string;
  /** The key that does the same, for the tooltip. */
  readonly shortcut?: string;
  readonly icon: ReactNode;
}

/** A button that shows an icon only; its name is in the tooltip and for screen readers. */
export function IconButton({
  label,
  detail,
  shortcut,
  icon,
  variant = 'plain',
  type = 'button',
  disabled,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={detail === undefined ? label : `${label}: ${detail}`} shortcut={shortcut}>
      <button
        type={type}
        className={styles.button}
        data-variant={variant}
        data-shape="icon"
        aria-label={label}
        {...rest}
        {...pressable(disabled, onClick)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
