import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button';
import styles from './World.module.css';

/** Copies the world as the command line takes it. `json`: makes the text when it is asked for. */
export function CopyWorld({ json }: { readonly json: () => string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = (): void => {
    navigator.clipboard.writeText(json()).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <div className={styles.head}>
      <p className={styles.more} aria-live="polite">
        {outcome === 'copied' ? 'Copied: a file for --world on the command line.' : null}
        {outcome === 'refused' ? 'The browser does not let the page copy.' : null}
      </p>
      <Button variant="ghost" onClick={copy} onBlur={() => setOutcome(null)}>
        <Icon size={13} aria-hidden="true" />
        Copy as JSON
      </Button>
    </div>
  );
}
