import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import type { Input } from '../../../model/scenario';
import { Button, IconButton } from '../../design/Button';
import { useActions, useApp, useAppState } from '../../store/AppContext';
import { currentInput } from '../../store/selectors';
import styles from './ConsoleInput.module.css';
import { answered } from './inputText';

interface ConsoleInputProps {
  /** What the program has printed on the line on which it waits. */
  readonly prompt: string;
}

/** A field for the line of input that the program asks for: with it, the program is recorded again. */
export default function ConsoleInput({ prompt }: ConsoleInputProps) {
  const { examples } = useApp();
  const { setInput, run } = useActions();
  const input = useAppState((state) => currentInput(examples, state));
  const live = useAppState(({ preferences }) => preferences.live);
  const [text, setText] = useState('');
  const give = (changed: Input): void => {
    setText('');
    setInput(changed);
    run();
  };
  const end = (): void => give({ ...input, ended: true });
  return (
    <form
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault();
        give(answered(input, text));
      }}
    >
      <input
        // Whoever pressed Run goes on typing here, as in a terminal; who types in the editor meanwhile, goes on there.
        ref={live ? null : focus}
        className={styles.field}
        aria-label="Answer to the program"
        placeholder={prompt.trim() === '' ? 'The program asks for a line' : prompt}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'd' || !event.ctrlKey || text !== '') return;
          event.preventDefault();
          end();
        }}
      />
      <IconButton type="submit" variant="primary" label="Answer" shortcut="↵" icon={<CornerDownLeft size={14} aria-hidden="true" />} />
      <Button title="As Ctrl+D in a terminal: input() then raises EOFError." onClick={end}>
        End of input
      </Button>
    </form>
  );
}

const focus = (field: HTMLInputElement | null): void => field?.focus();
