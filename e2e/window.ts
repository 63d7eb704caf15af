import { devices } from '@playwright/test';

/** The built folder, under a path as on GitHub Pages, from a server that sends no special headers. */
export const PORT = 41_730;
export const BASE = '/loopscope/';

/** The browser's window in every test, unless a test says otherwise. */
export const WINDOW = {
  ...devices['Desktop Chrome'],
  baseURL: `http://localhost:${PORT}${BASE}`,
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'UTC',
  // What glides can be read twice while it does.
  reducedMotion: 'reduce',
} as const;
