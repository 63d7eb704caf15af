import { useEffect } from 'react';

/**
 * Keeps the focus on the page. What has it may go away, by being pressed or because one travels on: a chip leaves its
 * lane, a row its list. Then what was around it gets the focus, the panel or the dialog, and one goes on from there.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    let focused: Element | null = null;
    let homes: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent): void => {
      focused = target instanceof Element ? target : null;
      homes = homesOf(focused);
    };
    // Who presses elsewhere leaves it.
    const forget = (): void => {
      focused = null;
    };
    const observer = new MutationObserver(() => {
      if (focused === null || focused.isConnected || document.activeElement !== document.body) return;
      focused = null;
      homes
        .map(standIn)
        .find((home) => home?.checkVisibility())
        ?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, { capture: true });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, { capture: true });
      observer.disconnect();
    };
  }, []);
}

/** An element and what is around it, as far as that can have the focus itself, innermost first; in the end the page. */
function homesOf(element: Element | null): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let place = element; place !== null; place = place.parentElement) {
    if (place instanceof HTMLElement && place.hasAttribute('tabindex')) found.push(place);
  }
  const page = document.querySelector('main');
  return page === null ? found : [...found, page];
}

/** The element, or the panel that was drawn anew in its place. */
function standIn(element: HTMLElement): HTMLElement | null {
  if (element.isConnected) return element;
  const name = element.dataset.panelName;
  return name === undefined ? null : document.querySelector<HTMLElement>(`[data-panel-name="${name}"]`);
}
