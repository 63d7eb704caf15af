import { useEffect } from 'react';
import { useApp } from '../store/AppContext';
import { commandOf } from './commands';
import { keyCommand } from './keymap';
import { keyPlaceOf } from './keyPlace';
import { useCommands } from './useCommands';

/** The keys that work everywhere on the page. */
export function useKeys(): void {
  const { store } = useApp();
  const commands = useCommands();
  useEffect(() => {
    // Those that work while one types come before the editor, which would take Ctrl+K for the beginning of a chord of its own.
    const listener = (early: boolean) => (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = keyCommand(event, keyPlaceOf(event.target), store.getState().preferences.plainKeys);
      if (command === null || (commandOf(command).whileTyping === true) !== early) return;
      event.preventDefault();
      if (early) event.stopPropagation();
      commands[command]();
    };
    const [onEarly, onLate] = [listener(true), listener(false)];
    document.addEventListener('keydown', onEarly, { capture: true });
    document.addEventListener('keydown', onLate);
    return () => {
      document.removeEventListener('keydown', onEarly, { capture: true });
      document.removeEventListener('keydown', onLate);
    };
  }, [store, commands]);
}
