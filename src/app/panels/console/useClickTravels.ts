import { type RefObject, useEffect } from 'react';

/**
 * Lets a click on a line, which carries its step as `data-step`, travel there. Selecting text in it does not, nor does
 * pressing what is a button itself: with the keyboard, each line's time is the button that travels.
 */
export function useClickTravels(log: RefObject<HTMLElement | null>, travel: (step: number) => void): void {
  useEffect(() => {
    const element = log.current;
    if (element === null) return;
    const onClick = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element) || target.closest('button') !== null || getSelection()?.isCollapsed === false) return;
      const step = target.closest('[data-step]')?.getAttribute('data-step') ?? null;
      if (step !== null) travel(Number(step));
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [log, travel]);
}
