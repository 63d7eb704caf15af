import { Keyboard } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Button, IconButton } from '../../design/Button';
import { useActions, useApp, useAppState } from '../../store/AppContext';
import { currentInput } from '../../store/selectors';
import styles from './GivenInput.module.css';
import { linesOf } from './inputText';

/** What the program is given to read, behind a button: changed, it records the program again. */
export default function GivenInput() {
  const { examples } = useApp();
  const { text, ended } = useAppState((state) => currentInput(examples, state));
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          label={`Input: ${linesOf(text)}`}
          detail="what the program reads from its standard input"
          variant="ghost"
          icon={<Keyboard size={14} aria-hidden="true" />}
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.given} align="end" sideOffset={4} collisionPadding={8} aria-label="Input of the program">
          <Given key={`${text}${ended}`} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Given({ onDone }: { readonly onDone: () => void }) {
  const { examples } = useApp();
  const { setInput, run } = useActions();
  const input = useAppState((state) => currentInput(examples, state));
  const [text, setText] = useState(input.text);
  const [ended, setEnded] = useState(input.ended);
  const give = (changed: typeof input): void => {
    setInput(changed);
    onDone();
    run();
  };
  return (
    <>
      <textarea
        className={styles.lines}
        aria-label="Lines of input"
        rows={Math.min(10, text.split('\n').length + 1)}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <label className={styles.ended}>
        <input type="checkbox" checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />
        the input ends after them: input() then raises EOFError
      </label>
      <span className={styles.actions}>
        <Button onClick={() => give({ text: '', ended: false })}>Ask again</Button>
        <Button variant="primary" onClick={() => give({ text, ended })}>
          Run with these
        </Button>
      </span>
    </>
  );
}
