import { OctagonX, X } from 'lucide-react';
import { inOrder } from '../../model/interrupt-at';
import { asNanoseconds, asStep, formatSeconds } from '../../model/units';
import { clockAt } from '../../model/world-at';
import { Button, IconButton } from '../design/Button';
import { useActions, useApp, useAppState } from '../store/AppContext';
import { currentConditions, currentRecorded } from '../store/selectors';
import styles from './MarkLists.module.css';

/** Presses Ctrl+C at the present step, and lists where else it is pressed. */
export default function Interrupts() {
  const { examples } = useApp();
  const { interruptHere } = useActions();
  const step = useAppState((state) => state.position.step);
  const nothing = useAppState((state) => currentRecorded(state) === null);
  const count = useAppState((state) => currentConditions(examples, state).interrupts.length);
  return (
    <section aria-label="Interrupts">
      <Button variant="ghost" disabled={nothing} onClick={interruptHere}>
        <OctagonX size={14} aria-hidden="true" />
        Press Ctrl+C at step {step.toLocaleString('en')}
      </Button>
      {count === 0 ? (
        <p className={styles.empty}>
          The program is recorded again, and gets SIGINT here. The first Ctrl+C cancels what asyncio.run runs; the next one raises
          KeyboardInterrupt at once. It is kept with the program and travels with the link.
        </p>
      ) : (
        <ul className={styles.list}>
          {Array.from({ length: count }, (_, place) => place).map((place) => (
            <InterruptRow key={place} place={place} />
          ))}
        </ul>
      )}
    </section>
  );
}

function InterruptRow({ place }: { readonly place: number }) {
  const { examples } = useApp();
  const { travel, removeInterrupt } = useActions();
  const step = useAppState((state) => {
    const signals = currentRecorded(state)?.index.signals;
    return signals === undefined || place >= signals.length ? null : signals.at(place) + 1;
  });
  const when = useAppState((state) => {
    const index = currentRecorded(state)?.index;
    const asked = inOrder(currentConditions(examples, state).interrupts)[place]?.seconds ?? 0;
    return `t = ${formatSeconds(step === null || index === undefined ? asNanoseconds(asked * 1e9) : clockAt(index, asStep(step)))}`;
  });
  return (
    <li className={styles.line}>
      <button type="button" className={styles.place} disabled={step === null} onClick={() => step !== null && travel(step)}>
        <span className={styles.number}>{step === null ? 'Not reached' : `Step ${step.toLocaleString('en')}`}</span>
        <span className={styles.code}>{when}</span>
      </button>
      <IconButton
        label={`Take Ctrl+C away ${step === null ? `at ${when}` : `from step ${step}`}`}
        variant="ghost"
        icon={<X size={14} aria-hidden="true" />}
        onClick={() => removeInterrupt(place)}
      />
    </li>
  );
}
