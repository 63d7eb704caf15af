import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Theme } from '../shell/theme';
import { type Palette, readPalette } from './palette';

/** The palette at an element that carries the theme, read once the theme is on it, and again when the fonts have come. */
export function usePalette(element: RefObject<HTMLElement | null>, theme: Theme, ratio: number): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    let wanted = true;
    const read = () => {
      if (wanted && element.current !== null) setPalette(readPalette(element.current, theme, ratio));
    };
    read();
    void document.fonts.ready.then(read);
    return () => {
      wanted = false;
    };
  }, [element, theme, ratio]);
  return palette;
}
