import { useState } from 'react';

/**
 * For a dialog that no button of its own opens: a handler of its `onCloseAutoFocus` that gives the focus back to whatever had it before,
 * or, if that is gone, to the page.
 */
export function useFocusBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    const had = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.querySelector('main');
    had?.focus();
  };
}
