import { RadioGroup } from 'radix-ui';
import styles from './SegmentedControl.module.css';

interface SegmentedControlProps<Value extends string> {
  /** The accessible name of the radio group. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few choices of which one holds, side by side: a radio group with arrow keys. */
export function SegmentedControl<Value extends string>({ label, options, value, onChange }: SegmentedControlProps<Value>) {
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <RadioGroup.Root className={styles.group} aria-label={label} orientation="horizontal" value={value} onValueChange={choose}>
      {options.map((option) => (
        <RadioGroup.Item key={option.value} className={styles.item} value={option.value}>
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
