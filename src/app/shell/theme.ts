import { useEffect } from 'react';
import { useAppState } from '../store/AppContext';
import type { ThemeChoice } from '../store/savedPreferences';
import { useMediaQuery } from './useMediaQuery';

/** What is drawn: one of two. */
export type Theme = 'light' | 'dark';

const SYSTEM_DARK = '(prefers-color-scheme: dark)';

/** What a choice comes to on this system. */
export const themeOf = (choice: ThemeChoice, systemIsDark: boolean): Theme =>
  choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;

/** The choice that gives a theme: the system's where it agrees, so that the page follows the system again. */
export const choiceOf = (theme: Theme, systemIsDark: boolean): ThemeChoice => (systemIsDark === (theme === 'dark') ? 'system' : theme);

export const systemIsDark = (): boolean => matchMedia(SYSTEM_DARK).matches;

/** Puts a theme on the document. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** The theme of the page, kept on the document. */
export function useTheme(): Theme {
  const choice = useAppState((state) => state.preferences.theme);
  const theme = themeOf(choice, useMediaQuery(SYSTEM_DARK));
  useEffect(() => showTheme(theme), [theme]);
  return theme;
}
