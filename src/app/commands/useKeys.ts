import { useEffect } from 'react';
import { useApp } from '../store/AppContext';
import { commandOf } from './commands';
import { keyCommand } from './keymap';
import { keyPlaceOf } from './keyPlace';
import { watchReach } from './reach';
import { useCommands } from './useCommands';

/** The keys that work everywhere on the page. */
export function useKeys(): void {
  const { store } = useApp();
  const commands = useCommands();
  useEffect(() => {
    const reach = watchReach(document);
    // Those that work while one types come before the editor, which would take Ctrl+K for the beginning of a chord of its own. So does Space on
    // what was pressed, before a button opens its menu.
    const listener = (early: boolean) => (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const place = keyPlaceOf(event.target, reach.byPointer());
      const command = keyCommand(event, place, store.getState().preferences.plainKeys);
      if (command === null) return;
      const comesFirst = commandOf(command).whileTyping === true || (place === 'pressed' && event.key === ' ');
      if (comesFirst !== early) return;
      event.preventDefault();
      if (early) event.stopPropagation();
      commands[command]();
    };
    const [onEarly, onLate] = [listener(true), listener(false)];
    document.addEventListener('keydown', onEarly, { capture: true });
    document.addEventListener('keydown', onLate);
    return () => {
      reach.stop();
      document.removeEventListener('keydown', onEarly, { capture: true });
      document.removeEventListener('keydown', onLate);
    };
  }, [store, commands]);
}
