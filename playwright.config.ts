import { defineConfig } from '@playwright/test';
import { BASE, PORT, WINDOW } from './e2e/window';
import { locateChromium } from './scripts/chromium';

// None is no error here, because others read this file too: `npm run e2e` installs one before it asks for it.
const executablePath = locateChromium();

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    // Versions of Chromium smooth the edges of glyphs differently: of a hundred pixels one may be further off than that.
    toHaveScreenshot: { threshold: 0.2, maxDiffPixelRatio: 0.01 },
  },
  // One picture for all machines: the fonts come with the page.
  snapshotPathTemplate: 'e2e/baselines/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  outputDir: 'test-results',
  use: {
    ...WINDOW,
    contextOptions: { reducedMotion: WINDOW.reducedMotion },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // The same browser everywhere, and no connection of its own accord.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --base ${BASE} --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}${BASE}`,
    reuseExistingServer: false,
  },
});
