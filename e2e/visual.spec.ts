import { expect } from '@playwright/test';
import { type LoopscopePage, test } from './app';
import { CROWD, DEADLOCK, TWO_WORKERS } from './programs';
import { WINDOW } from './window';

/* The pictures are renewed, after a change that is meant, by `npm run e2e -- visual.spec.ts --update-snapshots=changed`. Look at each of them then. */

const LAPTOP = { width: 1024, height: 768 };
const TELEPHONE = { width: 390, height: 844 };

/** Compares with the picture in `baselines`. Nothing on the page may depend on the machine: Python is ready, fonts are there, nothing is pointed at. */
async function looksAsBefore(app: LoopscopePage, name: string): Promise<void> {
  const { page } = app;
  await expect(app.status).toHaveText('Ready', { timeout: 60_000 });
  await page.mouse.move(0, 0);
  // How far the text is scrolled depends on how large the window was before.
  await app.region('Program').getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await document.fonts.ready;
  });
  await expect(page).toHaveScreenshot(`${name}.png`, { timeout: 45_000 });
}

/** The page at its sizes, in both themes. */
async function looksAsBeforeEverywhere(app: LoopscopePage, name: string): Promise<void> {
  const { page } = app;
  for (const size of [WINDOW.viewport, LAPTOP, TELEPHONE]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await looksAsBefore(app, `${name}-${size.width}-${colorScheme}`);
    }
  }
}

test('two tasks, a deadlock, two hundred tasks and the graph of who waits for whom look as they did, in each size and theme', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await app.open({ python: true });
  await app.record(TWO_WORKERS);
  await app.button('First step').click();
  for (let i = 0; i < 4; i++) await app.button('Step forward').click();
  await expect(app.task('worker-2')).toHaveAccessibleName(/waiting/);
  await looksAsBeforeEverywhere(app, 'two-tasks');

  await page.setViewportSize(WINDOW.viewport);
  await app.record(DEADLOCK);
  await app.button('Last step').click();
  await app.button('Show as graph').click();
  await expect(page.getByRole('list', { name: 'Who waits for whom' }).getByRole('button').first()).toBeVisible();
  await app.button('Expand World').click();
  await looksAsBefore(app, 'deadlock-dark');
  await app.button('Collapse World').click();
  await page.emulateMedia({ contrast: 'more' });
  await looksAsBefore(app, 'deadlock-contrast');
  await page.emulateMedia({ contrast: 'no-preference' });
  await app.button('Show as graph').click();

  await app.record(CROWD);
  await app.stepSize('Loop turn');
  await app.button('First step').click();
  for (let i = 0; i < 5; i++) await app.button('Step forward').click();
  await expect(app.task('guest-1')).toHaveAccessibleName(/done/);
  await looksAsBeforeEverywhere(app, 'two-hundred-tasks');

  await page.setViewportSize(WINDOW.viewport);
  await app.button('Show as graph').click();
  await expect(page.getByRole('list', { name: 'Who waits for whom' }).getByRole('button').first()).toBeVisible();
  await looksAsBefore(app, 'two-hundred-tasks-graph-dark');
});
