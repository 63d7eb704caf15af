import { describe, expect, test } from 'vitest';
import { nextChoice, themeOf } from './theme';

describe('the Theme button', () => {
  test('goes from light to dark to high contrast and round', () => {
    expect(nextChoice('light', 'contrast')).toBe('dark');
    expect(nextChoice('dark', 'light')).toBe('contrast');
    expect(nextChoice('contrast', 'dark')).toBe('light');
  });

  test('gives the choice back to the system where it agrees', () => {
    expect(nextChoice('light', 'dark')).toBe('system');
    expect(themeOf('system', 'dark')).toBe('dark');
  });
});
