import { useEffect } from 'react';
import { useAppState } from '../store/AppContext';
import type { ThemeChoice } from '../store/savedPreferences';
import { useMediaQuery } from './useMediaQuery';

/** What is drawn, in the order in which the Theme button goes through them. */
const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_WORDS: { readonly [T in Theme]: string } = { light: 'Light', dark: 'Dark', contrast: 'High contrast' };

const DARK = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(prefers-contrast: more)';

const preferred = (moreContrast: boolean, dark: boolean): Theme => (moreContrast ? 'contrast' : dark ? 'dark' : 'light');

/** What the system asks for. */
export const systemTheme = (): Theme => preferred(matchMedia(MORE_CONTRAST).matches, matchMedia(DARK).matches);

/** What a choice comes to on a system that asks for a theme. */
export const themeOf = (choice: ThemeChoice, system: Theme): Theme => (choice === 'system' ? system : choice);

export const themeAfter = (theme: Theme): Theme => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'light';

/** The choice that gives the theme after this one: the system's where it agrees, so that the page follows the system again. */
export function nextChoice(theme: Theme, system: Theme): ThemeChoice {
  const next = themeAfter(theme);
  return next === system ? 'system' : next;
}

/** Puts a theme on the document. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** The theme of the page, kept on the document. */
export function useTheme(): Theme {
  const choice = useAppState((state) => state.preferences.theme);
  const theme = themeOf(choice, preferred(useMediaQuery(MORE_CONTRAST), useMediaQuery(DARK)));
  useEffect(() => showTheme(theme), [theme]);
  return theme;
}
